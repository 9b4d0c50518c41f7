import type { TableInfo, ViewInfo } from '../data/contract.ts';
import { loadTable, may } from '../data/metadata.ts';
import type { FetchChange } from '../data/fetch-xml.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { showScriptError } from '../form/scripts.ts';
import { type Command, CommandBar } from '../ui/command-bar.ts';
import { deleteRows } from '../ui/delete-rows.ts';
import { ChartPane } from '../ui/chart-pane.ts';
import { announce } from '../ui/dialogs.ts';
import { h, icon } from '../ui/dom.ts';
import type { ColumnFilter } from '../ui/filter-dialog.ts';
import { Grid } from '../ui/grid.ts';
import { navigator } from '../ui/navigator.ts';
import { ribbonCommands } from '../ui/ribbon.ts';
import type { Drill } from '../ui/routes.ts';
import { t } from '../ui/strings.ts';
import type { Page } from './page.ts';

const pageSize = 50;

/** A table's rows by one of its views. */
export class ListPage implements Page {
  readonly element = h('div', { class: 'list-page' });
  readonly table: string;
  title = '';
  private readonly viewId: string | null;
  private readonly chosen: (view: string, drill: Drill | null) => void;
  private drill: Drill | null;
  private view: ViewInfo | null = null;
  private pane: ChartPane | null = null;
  private readonly note = h('p', { class: 'list-note', hidden: true });
  private readonly filters = h('ul', { class: 'list-note list-filters', 'aria-label': t('filters'), hidden: true });
  private readonly body = h('div', { class: 'list-body' });
  private readonly bar = new CommandBar('page');
  private grid: Grid | null = null;
  private info: TableInfo | null = null;
  private ribbon: Command[] = [];

  constructor(table: string, viewId: string | null, drill: Drill | null, chosen: (view: string, drill: Drill | null) => void) {
    this.table = table;
    this.viewId = viewId;
    this.drill = drill;
    this.chosen = chosen;
  }

  async load(): Promise<void> {
    const table = await loadTable(this.table);
    this.info = table;
    const views = table.views.filter((view) => view.queryType === 0 && view.columns.length > 0);
    const view = views.find((candidate) => bare(candidate.id) === this.viewId) ?? views.find((candidate) => candidate.isDefault) ?? views[0];
    if (!view) throw new Error(`The table '${table.logicalName}' has no public view.`);
    this.title = view.name;
    this.view = view;
    this.grid = new Grid({
      table,
      view,
      pageSize,
      label: view.name,
      conditions: () => this.drill?.conditions ?? [],
      open: (row) => this.open(row),
      selected: () => this.arrangeRibbon(),
      filtered: (filters) => this.showFilters(filters),
    });
    this.element.replaceChildren(
      this.bar.element,
      h('div', { class: 'list-head' }, h('h1', { class: 'list-title', tabindex: -1 }, this.selector(views, view)), this.search()),
      this.note,
      this.filters,
      this.body,
    );
    this.body.replaceChildren(this.grid.element);
    this.showNote();
    this.arrange();
    await this.grid.refresh();
  }

  refresh(): void {
    void this.grid?.refresh();
    this.pane?.refresh();
  }

  mayLeave(): Promise<boolean> {
    return Promise.resolve(true);
  }

  onKey(event: KeyboardEvent): boolean {
    return event.altKey && !event.ctrlKey && event.code === 'KeyN' && this.bar.run('new');
  }

  private selector(views: ViewInfo[], current: ViewInfo): HTMLElement {
    const select = h('select', {
      class: 'view-selector',
      'aria-label': t('selectView'),
      onChange: () => {
        const view = views.find((candidate) => candidate.id === select.value);
        if (!view) return;
        this.title = view.name;
        this.view = view;
        this.drill = null;
        this.showNote();
        this.chosen(bare(view.id), null);
        void this.grid?.show(view);
        this.pane?.show(view);
      },
    }, ...views.map((view) => h('option', { value: view.id, selected: view === current }, view.name)));
    return select;
  }

  private search(): HTMLElement {
    const input = h('input', { type: 'search', class: 'input', placeholder: t('searchView'), 'aria-label': t('searchView') });
    return h('form', {
      class: 'list-search',
      role: 'search',
      onSubmit: (event: Event) => {
        event.preventDefault();
        this.find(input.value.trim());
      },
      onInput: () => {
        if (input.value === '') this.find('');
      },
    }, input, h('button', { class: 'icon-button', 'aria-label': t('searchView'), title: t('searchView') }, icon('search')));
  }

  private find(text: string): void {
    void this.grid?.find(text);
    this.pane?.refresh();
  }

  /** Says which part of a chart the rows are limited to, with the way back. */
  private showNote(): void {
    const { drill } = this;
    this.note.hidden = drill === null;
    this.note.replaceChildren(...(drill
      ? [t('filteredBy', drill.label), h('button', { type: 'button', class: 'button', onClick: () => this.limit(null) }, t('clearFilter'))]
      : []));
  }

  private showFilters(filters: ColumnFilter[]): void {
    this.filters.hidden = filters.length === 0;
    this.filters.replaceChildren(...filters.map((filter) => h('li', { class: 'filter-chip' }, filter.label, h('button', {
      type: 'button', class: 'icon-button', 'aria-label': t('filterRemove', filter.label), title: t('filterRemove', filter.label),
      onClick: () => void this.grid?.removeFilter(filter.column),
    }, icon('close')))));
    this.pane?.refresh();
  }

  private limit(drill: Drill | null): void {
    this.drill = drill;
    this.showNote();
    announce(drill ? t('filteredBy', drill.label) : t('clearFilter'));
    if (this.view) this.chosen(bare(this.view.id), drill);
    void this.grid?.restart();
  }

  /** The rows a chart is drawn of: those the search and the filters leave. */
  private filteredBySearch(): FetchChange {
    const conditions = this.grid?.conditions.filter((condition) => !this.drill?.conditions.includes(condition)) ?? [];
    return { ...this.grid?.searched, ...(conditions.length > 0 ? { conditions } : {}) };
  }

  private toggleChart(): void {
    const { info, view, pane } = this;
    if (!info || !view) return;
    if (pane) {
      pane.element.remove();
      this.pane = null;
    } else {
      this.pane = new ChartPane({ table: info, view, change: () => this.filteredBySearch(), pick: (drill) => this.limit(drill) });
      this.body.append(this.pane.element);
      this.pane.show(view);
    }
    this.arrange();
  }

  private open(row: LookupValue): void {
    void navigator().go({ pageType: 'entityrecord', table: row.entityType, id: bare(row.id), form: null, extra: {} });
  }

  private arrangeRibbon(): void {
    const { grid, info } = this;
    if (!grid || !info) return;
    this.arrange();
    ribbonCommands({ table: info, location: 'grid', grid }).then((commands) => {
      this.ribbon = commands;
      this.arrange();
    }).catch(showScriptError);
  }

  private arrange(): void {
    const { grid, info } = this;
    if (!grid || !info) return;
    const selected = grid.selection;
    const only = selected.length === 1 ? selected[0] : undefined;
    this.bar.show([
      ...(may('Create', info) ? [{
        id: 'new', label: t('new'), icon: 'add', toolTip: `${t('new')} (Alt+N)`, keys: 'Alt+N',
        run: () => void navigator().go({ pageType: 'entityrecord', table: info.logicalName, id: null, form: null, extra: {} }),
      }] : []),
      ...(only ? [{ id: 'open', label: t('open'), icon: 'open', run: () => this.open(only) }] : []),
      ...(selected.length > 0 && may('Delete', info)
        ? [{ id: 'delete', label: t('delete'), icon: 'remove', run: () => void this.remove(info, selected) }] : []),
      { id: 'refresh', label: t('refresh'), icon: 'refresh', run: () => this.refresh() },
      ...(grid.canFilter ? [{ id: 'filter', label: t('filterTitle'), icon: 'filter', run: () => void grid.askForFilter() }] : []),
      ...(info.charts.length > 0
        ? [{ id: 'chart', label: this.pane ? t('hideChart') : t('showChart'), icon: 'chart', run: () => this.toggleChart() }] : []),
      ...this.ribbon,
    ]);
  }

  private async remove(table: TableInfo, rows: LookupValue[]): Promise<void> {
    if (await deleteRows(table, rows)) await this.grid?.refresh();
  }
}
