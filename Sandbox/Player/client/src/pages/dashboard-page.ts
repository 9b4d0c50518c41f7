import type { CellInfo, ControlInfo, DashboardInfo } from '../data/contract.ts';
import { app, loadDashboard, loadTable } from '../data/metadata.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { ChartBox } from '../ui/chart-box.ts';
import { CommandBar } from '../ui/command-bar.ts';
import { h, icon, newId, webResourcePath } from '../ui/dom.ts';
import { Grid } from '../ui/grid.ts';
import { navigator } from '../ui/navigator.ts';
import { t } from '../ui/strings.ts';
import type { Page } from './page.ts';

interface Component {
  load(): Promise<void>;
}

/** A dashboard: charts, views and web resources where its form puts them. */
export class DashboardPage implements Page {
  readonly element = h('div', { class: 'dashboard-page' });
  readonly table = '';
  title = '';
  private readonly id: string;
  private readonly chosen: (id: string) => void;
  private readonly bar = new CommandBar('page');
  private components: Component[] = [];

  constructor(id: string, chosen: (id: string) => void) {
    this.id = id;
    this.chosen = chosen;
  }

  async load(): Promise<void> {
    const dashboard = await loadDashboard(this.id);
    this.title = dashboard.name;
    this.components = [];
    const body = h('div', { class: 'dashboard-body' }, ...await this.layout(dashboard));
    this.element.replaceChildren(this.bar.element, h('div', { class: 'list-head' }, h('h1', { class: 'list-title', tabindex: -1 }, this.selector(dashboard))), body);
    this.bar.show([{ id: 'refresh', label: t('refresh'), icon: 'refresh', run: () => this.refresh() }]);
    // Each shows its own failure; one that fails takes nothing from the others.
    await Promise.all(this.components.map((component) => component.load()));
  }

  refresh(): void {
    for (const component of this.components) void component.load();
  }

  mayLeave(): Promise<boolean> {
    return Promise.resolve(true);
  }

  onKey(): boolean {
    return false;
  }

  private selector(current: DashboardInfo): HTMLElement | string {
    const { dashboards } = app();
    if (dashboards.length < 2) return current.name;
    const select = h('select', { class: 'view-selector', 'aria-label': t('dashboard'), onChange: () => this.chosen(bare(select.value)) },
      ...dashboards.map((dashboard) => h('option', { value: dashboard.id, selected: bare(dashboard.id) === bare(current.id) }, dashboard.name)));
    return select;
  }

  private async layout(dashboard: DashboardInfo): Promise<HTMLElement[]> {
    const tabs: HTMLElement[] = [];
    for (const tab of dashboard.form.tabs.filter((candidate) => candidate.visible)) {
      const columns: HTMLElement[] = [];
      for (const column of tab.columns) {
        const cells: HTMLElement[] = [];
        for (const section of column.sections.filter((candidate) => candidate.visible)) {
          for (const cell of section.rows.flat()) if (cell.control && cell.visible) cells.push(await this.cell(cell, cell.control));
        }
        columns.push(h('div', { class: 'dashboard-column' }, ...cells));
      }
      const widths = tab.columns.map((column) => `minmax(0, ${Number.parseFloat(column.width) || 100}fr)`).join(' ');
      tabs.push(h('div', { class: 'dashboard-row', style: `--widths: ${widths}` }, ...columns));
    }
    return tabs;
  }

  private async cell(cell: CellInfo, control: ControlInfo): Promise<HTMLElement> {
    const titleId = newId('component');
    const title = h('h2', { id: titleId, class: cell.showLabel ? 'section-title' : 'hidden-text' }, cell.label);
    const frame = h('section', { class: 'dashboard-cell', 'aria-labelledby': titleId, style: `--rows: ${cell.rowspan}`, 'data-id': control.id }, title);
    try {
      frame.append(...await this.content(control, cell.label));
    } catch (reason) {
      frame.append(h('div', { class: 'state', role: 'alert' }, icon('error'), h('p', {}, t('loadFailed')),
        h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason))));
    }
    return frame;
  }

  private async content(control: ControlInfo, label: string): Promise<HTMLElement[]> {
    const { parameters } = control;
    if (control.kind === 'webresource')
      return [h('iframe', { class: 'dashboard-frame', title: label, src: webResourcePath(parameters['Url'] ?? '') })];
    if (control.kind !== 'subgrid') return [h('p', { class: 'state-detail' }, t('unsupportedControl', control.id))];
    const table = await loadTable(parameters['TargetEntityType'] ?? '');
    const wanted = bare(parameters['ViewId'] ?? '');
    const view = table.views.find((candidate) => bare(candidate.id) === wanted) ?? table.views.find((candidate) => candidate.queryType === 0);
    if (!view) throw new Error(`The component '${control.id}' has no view.`);
    const mode = parameters['ChartGridMode'] ?? 'Grid';
    const chartId = bare(parameters['VisualizationId'] ?? '');
    const chart = table.charts.find((candidate) => bare(candidate.id) === chartId);
    const parts: HTMLElement[] = [];
    if (mode === 'Chart' || mode === 'All') {
      if (!chart) throw new Error(`The component '${control.id}' has no chart.`);
      const box = new ChartBox({
        table,
        change: () => ({}),
        pick: (drill) => void navigator().go({ pageType: 'entitylist', table: table.logicalName, view: bare(view.id), drill }),
      });
      this.components.push({ load: () => box.show(chart, view) });
      parts.push(box.element);
    }
    if (mode !== 'Chart') {
      const grid = new Grid({
        table,
        view,
        pageSize: Number(parameters['RecordsPerPage']) || 10,
        label: label || view.name,
        open: (row: LookupValue) => void navigator().go({ pageType: 'entityrecord', table: row.entityType, id: bare(row.id), form: null, extra: {} }),
      });
      this.components.push({ load: () => grid.refresh() });
      parts.push(grid.element);
    }
    return parts;
  }
}
