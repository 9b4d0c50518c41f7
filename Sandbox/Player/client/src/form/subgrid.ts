import type { CellInfo, ControlInfo, TableInfo, TieInfo, ViewInfo } from '../data/contract.ts';
import { loadTable, may } from '../data/metadata.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { apiPath, send, WebApiError } from '../data/web-api.ts';
import { h, newId } from '../ui/dom.ts';
import { errorDialog } from '../ui/dialogs.ts';
import { Grid } from '../ui/grid.ts';
import { lookupDialog } from '../ui/lookup-dialog.ts';
import { type Command, CommandBar } from '../ui/command-bar.ts';
import { deleteRows } from '../ui/delete-rows.ts';
import { navigator } from '../ui/navigator.ts';
import { t } from '../ui/strings.ts';
import { ribbonCommands } from '../ui/ribbon.ts';
import { executionContext } from '../xrm/execution-context.ts';
import { FormControl } from './controls.ts';
import { defaultsFrom, type Form, type Handler } from './form.ts';
import { runScript, showScriptError } from './scripts.ts';

/** Rows of another table that belong to the form's record. */
export class SubgridControl extends FormControl {
  readonly loadHandlers: Handler[] = [];
  readonly form: Form;
  grid: Grid | null = null;
  table: TableInfo | null = null;
  private ribbon: Command[] = [];
  private readonly title: HTMLElement;
  private readonly bar = new CommandBar('subgrid');
  private readonly body = h('div', { class: 'subgrid-body' });

  constructor(cell: CellInfo, info: ControlInfo, form: Form) {
    super(cell, info, cell.label);
    this.form = form;
    const titleId = newId('subgrid');
    this.title = h('span', { id: titleId, class: cell.showLabel ? 'subgrid-title' : 'hidden-text' }, cell.label);
    this.element.classList.add('subgrid');
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-labelledby', titleId);
    this.element.append(h('div', { class: 'subgrid-head' }, this.title, this.bar.element), this.body);
  }

  get relationship(): string {
    return this.info.parameters['RelationshipName'] ?? '';
  }

  /** The many-to-many relationship whose rows it shows, if it is one. */
  private get tie(): TieInfo | undefined {
    const ordinal = Number(this.info.parameters['RelationshipRoleOrdinal']) || 0;
    const sides = this.form.table.ties.filter((tie) => tie.name === this.relationship);
    return sides.find((side) => side.ordinal === ordinal) ?? sides[0];
  }

  get total(): number {
    return this.grid?.total ?? -1;
  }

  async load(): Promise<void> {
    if (this.form.id === null) {
      this.body.replaceChildren(h('p', { class: 'state-detail' }, t('saveToSee')));
      return;
    }
    if (this.grid) return this.grid.refresh();
    const table = await loadTable(this.info.parameters['TargetEntityType'] ?? '');
    const view = this.chooseView(table);
    if (!view) throw new Error(`The subgrid '${this.name}' has no view.`);
    this.table = table;
    const tie = this.tie;
    this.grid = new Grid({
      table,
      view,
      pageSize: Number(this.info.parameters['RecordsPerPage']) || 6,
      label: t('relatedRows', this.label || table.collectionName),
      conditions: () => this.conditions(),
      ...(tie ? { tied: { between: tie.between, own: tie.own, other: tie.other, key: table.primaryId, id: this.form.id } } : {}),
      open: (row) => this.open(row),
      selected: () => this.arrangeRibbon(),
      loaded: () => {
        for (const handler of [...this.loadHandlers]) runScript(() => handler(executionContext(this.form, { kind: 'control', control: this })));
      },
    });
    this.body.replaceChildren(this.grid.element);
    await this.grid.refresh();
  }

  focus(): void {
    const target = this.bar.element.querySelector<HTMLElement>('button') ?? this.body.querySelector<HTMLElement>('[tabindex="0"]');
    target?.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  protected override arrange(): void {
    this.title.textContent = this.label;
  }

  private chooseView(table: TableInfo): ViewInfo | undefined {
    const wanted = bare(this.info.parameters['ViewId'] ?? '');
    return table.views.find((view) => bare(view.id) === wanted)
      ?? table.views.find((view) => view.queryType === 2) ?? table.views.find((view) => view.queryType === 0);
  }

  private conditions(): { column: string; operator: string; value: string }[] {
    const child = this.form.table.children.find((candidate) => candidate.name === this.relationship);
    return child && this.form.id !== null ? [{ column: child.column, operator: 'eq', value: this.form.id }] : [];
  }

  private open(row: LookupValue): void {
    void navigator().go({ pageType: 'entityrecord', table: row.entityType, id: bare(row.id), form: null, extra: {} });
  }

  private arrangeRibbon(): void {
    const { table, grid, form } = this;
    if (!table || !grid) return;
    this.arrangeBar();
    ribbonCommands({ table, location: 'subgrid', form, grid, control: this }).then((commands) => {
      this.ribbon = commands;
      this.arrangeBar();
    }).catch(showScriptError);
  }

  private arrangeBar(): void {
    const { table, grid } = this;
    if (!table || !grid) return;
    const selected = grid.selection;
    const only = selected.length === 1 ? selected[0] : undefined;
    const { tie } = this;
    const mayTie = tie !== undefined && !this.form.isReadOnly && may('Append', table) && may('Append', this.form.table);
    this.bar.show([
      ...(mayTie ? [{ id: 'existing', label: t('addExisting', table.displayName), icon: 'add', run: () => void this.add(table, tie) }] : []),
      ...(!tie && may('Create', table) && !this.form.isReadOnly
        ? [{ id: 'new', label: t('newRow', table.displayName), icon: 'add', run: () => void this.create(table) }] : []),
      { id: 'refresh', label: t('refresh'), icon: 'refresh', run: () => void grid.refresh() },
      ...(only ? [{ id: 'open', label: t('open'), icon: 'open', run: () => this.open(only) }] : []),
      ...(selected.length > 0 && mayTie
        ? [{ id: 'untie', label: t('untie'), icon: 'remove', run: () => void this.part(tie, selected) }] : []),
      ...(selected.length > 0 && !tie && may('Delete', table)
        ? [{ id: 'delete', label: t('delete'), icon: 'remove', run: () => void this.remove(table, selected) }] : []),
      ...this.ribbon,
    ]);
  }

  private async create(table: TableInfo): Promise<void> {
    const child = this.form.table.children.find((candidate) => candidate.name === this.relationship);
    const defaults = await defaultsFrom(table, this.form.reference, child?.column);
    if (table.hasQuickCreate) {
      if (await navigator().quickCreate(table, defaults)) await this.grid?.refresh();
      return;
    }
    const extra = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, String(value)]));
    void navigator().go({ pageType: 'entityrecord', table: table.logicalName, id: null, form: null, extra });
  }

  private async add(table: TableInfo, tie: TieInfo): Promise<void> {
    const path = this.pathOf(tie);
    for (const row of await lookupDialog([table.logicalName], '')) {
      await this.change(() => send('POST', `${path}/$ref`, { '@odata.id': `${location.origin}${apiPath}${table.entitySetName}(${bare(row.id)})` }));
    }
  }

  private async part(tie: TieInfo, rows: LookupValue[]): Promise<void> {
    const path = this.pathOf(tie);
    for (const row of rows) await this.change(() => send('DELETE', `${path}(${bare(row.id)})/$ref`));
  }

  private pathOf(tie: TieInfo): string {
    return `${this.form.table.entitySetName}(${this.form.id ?? ''})/${tie.navigation}`;
  }

  private async change(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (reason) {
      await errorDialog(t('businessError'), reason instanceof Error ? reason.message : String(reason), reason instanceof WebApiError ? reason.details : '');
    }
    await this.grid?.refresh();
  }

  private async remove(table: TableInfo, rows: LookupValue[]): Promise<void> {
    if (await deleteRows(table, rows)) await this.grid?.refresh();
  }
}
