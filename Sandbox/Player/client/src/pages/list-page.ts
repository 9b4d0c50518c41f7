import type { TableInfo, ViewInfo } from '../data/contract.ts';
import { loadTable, may } from '../data/metadata.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { showScriptError } from '../form/scripts.ts';
import { type Command, CommandBar } from '../ui/command-bar.ts';
import { deleteRows } from '../ui/delete-rows.ts';
import { h, icon } from '../ui/dom.ts';
import { Grid } from '../ui/grid.ts';
import { navigator } from '../ui/navigator.ts';
import { ribbonCommands } from '../ui/ribbon.ts';
import { t } from '../ui/strings.ts';
import type { Page } from './page.ts';

const pageSize = 50;

/** A table's rows by one of its views. */
export class ListPage implements Page {
  readonly element = h('div', { class: 'list-page' });
  readonly table: string;
  title = '';
  private readonly viewId: string | null;
  private readonly chosen: (view: string) => void;
  private readonly bar = new CommandBar('page');
  private grid: Grid | null = null;
  private info: TableInfo | null = null;
  private ribbon: Command[] = [];

  constructor(table: string, viewId: string | null, chosen: (view: string) => void) {
    this.table = table;
    this.viewId = viewId;
    this.chosen = chosen;
  }

  async load(): Promise<void> {
    const table = await loadTable(this.table);
    this.info = table;
    const views = table.views.filter((view) => view.queryType === 0 && view.columns.length > 0);
    const view = views.find((candidate) => bare(candidate.id) === this.viewId) ?? views.find((candidate) => candidate.isDefault) ?? views[0];
    if (!view) throw new Error(`The table '${table.logicalName}' has no public view.`);
    this.title = view.name;
    this.grid = new Grid({
      table,
      view,
      pageSize,
      label: view.name,
      open: (row) => this.open(row),
      selected: () => this.arrangeRibbon(),
    });
    this.element.replaceChildren(
      this.bar.element,
      h('div', { class: 'list-head' }, h('h1', { class: 'list-title', tabindex: -1 }, this.selector(views, view)), this.search()),
      this.grid.element,
    );
    this.arrange();
    await this.grid.refresh();
  }

  refresh(): void {
    void this.grid?.refresh();
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
        this.chosen(bare(view.id));
        void this.grid?.show(view);
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
        void this.grid?.find(input.value.trim());
      },
      onInput: () => {
        if (input.value === '') void this.grid?.find('');
      },
    }, input, h('button', { class: 'icon-button', 'aria-label': t('searchView'), title: t('searchView') }, icon('search')));
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
      { id: 'refresh', label: t('refresh'), icon: 'refresh', run: () => void grid.refresh() },
      ...this.ribbon,
    ]);
  }

  private async remove(table: TableInfo, rows: LookupValue[]): Promise<void> {
    if (await deleteRows(table, rows)) await this.grid?.refresh();
  }
}
