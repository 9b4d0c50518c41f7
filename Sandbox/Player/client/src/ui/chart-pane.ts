import type { ChartInfo, TableInfo, ViewInfo } from '../data/contract.ts';
import type { FetchChange } from '../data/fetch-xml.ts';
import { ChartBox } from './chart-box.ts';
import { h } from './dom.ts';
import type { Drill } from './routes.ts';
import { t } from './strings.ts';

/** The charts of a table beside one of its views. */
export class ChartPane {
  readonly element: HTMLElement;
  private readonly box: ChartBox;
  private chart: ChartInfo | undefined;
  private view: ViewInfo;

  constructor(options: { table: TableInfo; view: ViewInfo; change(): FetchChange; pick(drill: Drill): void }) {
    const { charts } = options.table;
    this.view = options.view;
    this.chart = charts.find((chart) => chart.isDefault) ?? charts[0];
    this.box = new ChartBox(options);
    const select = h('select', {
      class: 'input',
      'aria-label': t('chart'),
      onChange: () => {
        this.chart = charts.find((chart) => chart.id === select.value);
        void this.draw();
      },
    }, ...charts.map((chart) => h('option', { value: chart.id, selected: chart === this.chart }, chart.name)));
    this.element = h('section', { class: 'chart-pane', 'aria-label': t('chart') }, select, this.box.element);
  }

  show(view: ViewInfo): void {
    this.view = view;
    void this.draw();
  }

  refresh(): void {
    void this.box.refresh();
  }

  private draw(): Promise<void> {
    return this.chart ? this.box.show(this.chart, this.view) : Promise.resolve();
  }
}
