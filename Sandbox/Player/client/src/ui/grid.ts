import type { TableInfo, ViewColumnInfo, ViewInfo } from '../data/contract.ts';
import { changeFetch, type FetchChange, quickFindColumns, sortOf } from '../data/fetch-xml.ts';
import { braced, type LookupValue } from '../data/values.ts';
import { fetchRows, formatted, type Row } from '../data/web-api.ts';
import { announce, spinner } from './dialogs.ts';
import { askFilter, type ColumnFilter, filterable } from './filter-dialog.ts';
import { h, icon } from './dom.ts';
import { recordUrl } from './routes.ts';
import { t } from './strings.ts';

export interface GridOptions {
  table: TableInfo;
  view: ViewInfo;
  pageSize: number;
  label: string;
  /** More conditions that rows must meet, as a subgrid's relationship does. */
  conditions?: () => { column: string; operator: string; value?: string }[];
  /** The row to which rows must be tied, as a subgrid's many-to-many relationship asks. */
  tied?: FetchChange['tied'];
  open(row: LookupValue): void;
  selected?(rows: LookupValue[]): void;
  loaded?(): void;
  /** Called when filters on columns were changed. Without it there are none to set. */
  filtered?(filters: ColumnFilter[]): void;
}

/** A view's rows: sortable, searchable, page by page. Arrow keys move, Space selects, Enter opens. */
export class Grid {
  readonly element: HTMLElement;
  total: number | null = null;
  selection: LookupValue[] = [];
  private filters: ColumnFilter[] = [];
  private readonly options: GridOptions;
  private view: ViewInfo;
  private page = 1;
  private search = '';
  private sort: { column: string; descending: boolean } | null = null;
  private rows: Row[] = [];
  private more = false;
  private asked = 0;
  private current = 0;
  private readonly body = h('div', { class: 'grid-body' });
  private readonly footer = h('div', { class: 'grid-footer' });

  constructor(options: GridOptions) {
    this.options = options;
    this.view = options.view;
    this.element = h('div', { class: 'grid' }, this.body, this.footer);
  }

  show(view: ViewInfo): Promise<void> {
    this.view = view;
    this.sort = null;
    this.page = 1;
    this.filters = [];
    this.options.filtered?.([]);
    return this.refresh();
  }

  /** What the search adds to a query of the same rows. */
  get searched(): FetchChange {
    const { table } = this.options;
    const quickFind = table.views.find((view) => view.queryType === 4);
    return this.search === '' ? {} : {
      search: { columns: quickFind ? quickFindColumns(quickFind.fetch) : table.primaryName ? [table.primaryName] : [], text: this.search },
    };
  }

  /** The conditions beside the view's own: the host's and those of the columns. */
  get conditions(): { column: string; operator: string; value?: string }[] {
    return [
      ...this.options.conditions?.() ?? [],
      ...this.filters.map(({ column, operator, value }) => ({ column, operator, ...(value === undefined ? {} : { value }) })),
    ];
  }

  get canFilter(): boolean {
    return this.options.filtered !== undefined && filterable(this.options.table, this.view.columns).length > 0;
  }

  /** Asks for a filter on a column, and shows what it leaves. */
  async askForFilter(column?: string): Promise<void> {
    const columns = filterable(this.options.table, this.view.columns);
    const answer = await askFilter(this.options.table, columns, column ?? columns[0]?.name ?? '', this.filters);
    if (answer === null) return;
    if ('clear' in answer) await this.setFilters(this.filters.filter((filter) => filter.column !== answer.clear));
    else await this.setFilters([...this.filters.filter((filter) => filter.column !== answer.column), answer]);
  }

  removeFilter(column: string): Promise<void> {
    return this.setFilters(this.filters.filter((filter) => filter.column !== column));
  }

  private async setFilters(filters: ColumnFilter[]): Promise<void> {
    this.filters = filters;
    this.page = 1;
    this.options.filtered?.(filters);
    await this.refresh();
    announce(this.total === null ? t('filterApplied') : t('results', this.total));
  }

  /** Shows the first page of what the conditions leave by now. */
  restart(): Promise<void> {
    this.page = 1;
    return this.refresh();
  }

  find(text: string): Promise<void> {
    this.search = text;
    this.page = 1;
    return this.refresh();
  }

  async refresh(): Promise<void> {
    const mine = ++this.asked;
    const { table } = this.options;
    this.element.setAttribute('aria-busy', 'true');
    if (this.rows.length === 0) this.body.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    try {
      const answer = await fetchRows(table.entitySetName, changeFetch(this.view.fetch, {
        page: this.page,
        pageSize: this.options.pageSize,
        columns: [table.primaryId, ...(table.primaryName ? [table.primaryName] : [])],
        ...(this.sort ? { sort: this.sort } : {}),
        conditions: this.conditions,
        ...(this.options.tied ? { tied: this.options.tied } : {}),
        ...this.searched,
      }));
      if (mine !== this.asked) return;
      this.rows = answer.rows;
      this.total = answer.total;
      this.more = answer.more;
      this.select([]);
      this.draw();
      this.options.loaded?.();
    } catch (reason) {
      if (mine !== this.asked) return;
      this.rows = [];
      this.body.replaceChildren(h('div', { class: 'state', role: 'alert' },
        icon('error'),
        h('p', {}, t('loadFailed')),
        h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason)),
        h('button', { type: 'button', class: 'button', onClick: () => void this.refresh() }, t('tryAgain'))));
      this.footer.replaceChildren();
    } finally {
      if (mine === this.asked) this.element.removeAttribute('aria-busy');
    }
  }

  private reference(row: Row): LookupValue {
    const { table } = this.options;
    return {
      id: braced(String(row[table.primaryId])),
      name: table.primaryName ? String(row[table.primaryName] ?? '') : '',
      entityType: table.logicalName,
    };
  }

  private draw(): void {
    this.drawFooter();
    if (this.rows.length === 0) {
      this.body.replaceChildren(h('div', { class: 'state' },
        h('p', {}, this.search === '' ? t(this.filters.length > 0 ? 'noRowsFiltered' : 'noRows') : t('noRowsFound', this.search))));
      if (this.search !== '') announce(t('noRowsFound', this.search));
      return;
    }
    const hadFocus = this.body.contains(document.activeElement);
    this.current = Math.min(this.current, this.rows.length - 1);
    const sort = this.sort ?? sortOf(this.view.fetch);
    const all = h('input', {
      type: 'checkbox',
      'aria-label': t('selectAll'),
      onChange: () => this.select(all.checked ? this.rows.map((row) => this.reference(row)) : []),
    });
    const table = h('table', { role: 'grid', 'aria-label': this.options.label, 'aria-multiselectable': 'true', class: 'grid-table' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
        h('th', { role: 'columnheader', class: 'grid-check', scope: 'col' }, all),
        ...this.view.columns.map((column) => this.header(column, sort)))),
      h('tbody', { role: 'rowgroup' }, ...this.rows.map((row, index) => this.row(row, index))));
    this.body.replaceChildren(table);
    if (hadFocus) this.focusRow(this.current);
  }

  private header(column: ViewColumnInfo, sort: { column: string; descending: boolean } | null): HTMLElement {
    const sorted = sort?.column === column.name ? (sort.descending ? 'descending' : 'ascending') : null;
    const style = `--width: ${column.width}px`;
    const kind = isNumber(column) ? 'number' : null;
    if (!column.sortable) return h('th', { role: 'columnheader', scope: 'col', class: kind, style }, h('span', { class: 'grid-title' }, column.label));
    return h('th', { role: 'columnheader', scope: 'col', class: kind, style, 'aria-label': column.label, 'aria-sort': sorted },
      h('button', {
        type: 'button',
        class: 'grid-sort',
        onClick: () => {
          this.sort = { column: column.name, descending: sorted === 'ascending' };
          this.page = 1;
          void this.refresh().then(() => announce(`${column.label}: ${t(this.sort?.descending ? 'sortedDown' : 'sortedUp')}`));
        },
      }, h('span', { class: 'grid-title' }, column.label), sorted && icon(sorted === 'ascending' ? 'sortUp' : 'sortDown')),
      this.filterButton(column));
  }

  private filterButton(column: ViewColumnInfo): HTMLElement | false {
    if (!this.options.filtered || filterable(this.options.table, [column]).length === 0) return false;
    const on = this.filters.some((filter) => filter.column === column.name);
    return h('button', {
      type: 'button',
      class: on ? 'icon-button grid-filter on' : 'icon-button grid-filter',
      'aria-label': t(on ? 'filterChange' : 'filterBy', column.label),
      title: t(on ? 'filterChange' : 'filterBy', column.label),
      onClick: () => void this.askForFilter(column.name),
    }, icon('filter'));
  }

  private row(row: Row, index: number): HTMLElement {
    const reference = this.reference(row);
    const box = h('input', {
      type: 'checkbox',
      tabindex: -1,
      'aria-label': t('selectRow', reference.name),
      onChange: () => this.toggle(reference, box.checked),
    });
    return h('tr', {
      role: 'row',
      tabindex: index === this.current ? 0 : -1,
      'aria-selected': 'false',
      onClick: (event: MouseEvent) => {
        if (event.target instanceof Element && event.target.closest('a, input')) return;
        this.focusRow(index);
        this.select([reference]);
      },
      onDblClick: () => this.options.open(reference),
      onFocus: () => this.mark(index),
      onKeyDown: (event: KeyboardEvent) => this.onKey(event, index, reference),
    },
    h('td', { role: 'gridcell', class: 'grid-check' }, box),
    ...this.view.columns.map((column) => this.cell(row, column, reference)));
  }

  private cell(row: Row, column: ViewColumnInfo, reference: LookupValue): HTMLElement {
    const { table } = this.options;
    const text = cellText(row, column);
    const properties = { role: 'gridcell', class: isNumber(column) ? 'number' : null, 'data-label': column.label };
    if (column.name === table.primaryName)
      return h('td', properties, this.link(reference, text, () => this.options.open(reference)));
    const lookupTable = row[`_${column.name}_value@Microsoft.Dynamics.CRM.lookuplogicalname`];
    const lookupId = row[`_${column.name}_value`];
    if (typeof lookupTable === 'string' && typeof lookupId === 'string') {
      const target = { id: braced(lookupId), name: text, entityType: lookupTable };
      return h('td', properties, this.link(target, text, () => this.options.open(target)));
    }
    if (column.type === 'image') {
      const url = row[`${column.name}_url`];
      return h('td', properties, typeof url === 'string' && h('img', { class: 'grid-image', src: url, alt: '' }));
    }
    return h('td', { ...properties, title: text }, text);
  }

  private link(target: LookupValue, text: string, open: () => void): HTMLElement {
    return h('a', {
      href: recordUrl(target.entityType, target.id),
      tabindex: -1,
      title: text,
      onClick: (event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open();
      },
    }, text || t('noValue'));
  }

  private onKey(event: KeyboardEvent, index: number, reference: LookupValue): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        this.focusRow(index + 1);
        break;
      case 'ArrowUp':
        this.focusRow(index - 1);
        break;
      case 'Home':
        this.focusRow(0);
        break;
      case 'End':
        this.focusRow(this.rows.length - 1);
        break;
      case 'Enter':
        this.options.open(reference);
        break;
      case ' ':
        this.toggle(reference, !this.selection.some((row) => row.id === reference.id));
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  private rowElements(): HTMLElement[] {
    return [...this.body.querySelectorAll<HTMLElement>('tbody > tr')];
  }

  private mark(index: number): void {
    this.current = index;
    this.rowElements().forEach((row, at) => {
      row.tabIndex = at === index ? 0 : -1;
    });
  }

  private focusRow(index: number): void {
    const rows = this.rowElements();
    rows[Math.min(Math.max(index, 0), rows.length - 1)]?.focus();
  }

  private toggle(reference: LookupValue, on: boolean): void {
    const others = this.selection.filter((row) => row.id !== reference.id);
    this.select(on ? [...others, reference] : others);
  }

  private select(rows: LookupValue[]): void {
    this.selection = rows;
    this.rowElements().forEach((element, index) => {
      const row = this.rows[index];
      const on = row !== undefined && rows.some((chosen) => chosen.id === this.reference(row).id);
      element.setAttribute('aria-selected', String(on));
      const box = element.querySelector('input');
      if (box) box.checked = on;
    });
    const all = this.body.querySelector<HTMLInputElement>('thead input');
    if (all) {
      all.checked = rows.length > 0 && rows.length === this.rows.length;
      all.indeterminate = rows.length > 0 && rows.length < this.rows.length;
    }
    this.drawFooter();
    this.options.selected?.(rows);
  }

  private drawFooter(): void {
    const size = this.options.pageSize;
    const first = (this.page - 1) * size + 1;
    const last = first + this.rows.length - 1;
    const range = this.rows.length === 0 ? ''
      : this.total !== null ? t('rowsShown', first, last, this.total) : this.more ? t('rowsShownMore', first, last) : t('rowsShown', first, last, last);
    const paged = this.page > 1 || this.more;
    const button = (name: 'firstPage' | 'previousPage' | 'nextPage', shape: string, page: number, on: boolean): HTMLElement =>
      h('button', {
        type: 'button',
        class: 'icon-button',
        'aria-label': t(name),
        title: t(name),
        disabled: !on,
        onClick: () => {
          this.page = page;
          this.current = 0;
          void this.refresh();
        },
      }, icon(shape));
    this.footer.replaceChildren(
      h('span', { class: 'grid-range' }, range, this.selection.length > 0 && ` (${t('rowsSelected', this.selection.length)})`),
      ...(paged ? [h('span', { class: 'grid-pages' },
        button('firstPage', 'up', 1, this.page > 1),
        button('previousPage', 'left', this.page - 1, this.page > 1),
        h('span', {}, t('page', this.page)),
        button('nextPage', 'right', this.page + 1, this.more))] : []),
    );
  }
}

/** What a cell shows: the platform's text for the value, or the value. */
function isNumber(column: ViewColumnInfo): boolean {
  return column.type === 'integer' || column.type === 'decimal' || column.type === 'money' || column.type === 'float';
}

function cellText(row: Row, column: ViewColumnInfo): string {
  const name = column.name;
  const text = formatted(row, name) ?? formatted(row, `_${name}_value`);
  if (text !== null) return text;
  const value = row[name];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}
