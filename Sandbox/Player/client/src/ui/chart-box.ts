import { type ChartData, loadChart } from '../data/chart-data.ts';
import type { ChartInfo, TableInfo, ViewInfo } from '../data/contract.ts';
import type { FetchChange } from '../data/fetch-xml.ts';
import { drawChart } from './chart.ts';
import { spinner } from './dialogs.ts';
import { h, icon } from './dom.ts';
import type { Drill } from './routes.ts';
import { t } from './strings.ts';

export interface ChartBoxOptions {
  table: TableInfo;
  /** What else the rows must meet, as the grid beside it has it. */
  change(): FetchChange;
  pick(drill: Drill): void;
}

/** A chart with its states: being read, drawn to the width there is, nothing to draw, failed. */
export class ChartBox {
  readonly element = h('div', { class: 'chart-box' });
  private readonly options: ChartBoxOptions;
  private chart: ChartInfo | null = null;
  private view: ViewInfo | null = null;
  private data: ChartData | null = null;
  private asked = 0;
  private drawnFor = 0;

  constructor(options: ChartBoxOptions) {
    this.options = options;
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  show(chart: ChartInfo, view: ViewInfo): Promise<void> {
    [this.chart, this.view, this.data] = [chart, view, null];
    return this.refresh();
  }

  async refresh(): Promise<void> {
    const { chart, view } = this;
    if (!chart || !view) return;
    const mine = ++this.asked;
    this.element.setAttribute('aria-busy', 'true');
    if (!this.data) this.element.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    try {
      const data = await loadChart(this.options.table, chart, view, this.options.change());
      if (mine !== this.asked) return;
      this.data = data;
      this.drawnFor = 0;
      this.draw();
    } catch (reason) {
      if (mine !== this.asked) return;
      this.data = null;
      this.element.replaceChildren(h('div', { class: 'state', role: 'alert' },
        icon('error'),
        h('p', {}, t('loadFailed')),
        h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason)),
        h('button', { type: 'button', class: 'button', onClick: () => void this.refresh() }, t('tryAgain'))));
    } finally {
      if (mine === this.asked) this.element.removeAttribute('aria-busy');
    }
  }

  private draw(): void {
    const width = this.element.clientWidth;
    if (!this.data || width === 0 || width === this.drawnFor) return;
    this.drawnFor = width;
    this.element.replaceChildren(drawChart(this.data, width, (drill) => this.options.pick(drill)));
  }
}
