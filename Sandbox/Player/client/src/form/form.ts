import type { CellInfo, ColumnInfo, ControlInfo, FormInfo, TableInfo } from '../data/contract.ts';
import { app, isLookup, loadTable, may, property } from '../data/metadata.ts';
import { bare, braced, isDateOnly, type LookupValue, readValue, sameValue, type Value } from '../data/values.ts';
import { zoneOf } from '../data/zones.ts';
import { apiPath, createRow, formatted, getRow, type Row, updateRow, WebApiError } from '../data/web-api.ts';
import { announce, errorDialog } from '../ui/dialogs.ts';
import { navigator } from '../ui/navigator.ts';
import { currentLocale, t } from '../ui/strings.ts';
import { executionContext, type LoadState, type SaveMode } from '../xrm/execution-context.ts';
import { FormAttribute } from './attribute.ts';
import { AuditHistoryControl } from './audit-history.ts';
import { fileEditor, imageEditor } from './binary-editors.ts';
import { FieldControl, FormControl, isWritable, UnsupportedControl } from './controls.ts';
import {
  booleanEditor, choiceEditor, choicesEditor, dateEditor, dateText, type Editor, type EditorContext, memoEditor, numberEditor, textEditor,
} from './editors.ts';
import { FormTab } from './layout.ts';
import { lookupEditor } from './lookup-editor.ts';
import { QuickViewControl } from './quick-view.ts';
import { findFunction, loadLibraries, parseParameters, runScript } from './scripts.ts';
import { SubgridControl } from './subgrid.ts';
import { TimelineControl } from './timeline.ts';
import { WebResourceControl } from './web-resource.ts';

export type Handler = (context: unknown) => unknown;

/** Where a form is shown. */
export interface FormHost {
  readonly kind: 'page' | 'dialog' | 'quickCreate' | 'quickView';
  /** Leaves the form; asks first when there are unsaved changes. */
  close(): void;
  /** Something that the header shows has changed; with true, the rules of commands may answer otherwise. */
  changed(ribbon?: boolean): void;
  /** The new record has an id now. */
  created(form: Form): void;
}

export interface FormNotification {
  level: 'ERROR' | 'WARNING' | 'INFO';
  text: string;
}

export type SaveResult = { ok: true } | { ok: false; error: { errorCode: number; message: string } };

/** A record on a form: its attributes, its controls, its events. */
export class Form {
  readonly table: TableInfo;
  readonly info: FormInfo;
  readonly host: FormHost;
  id: string | null;
  row: Row = {};
  readonly attributes = new Map<string, FormAttribute>();
  readonly parameters = new Map<string, FormAttribute>();
  readonly controls: FormControl[] = [];
  readonly headerControls: FieldControl[] = [];
  readonly tabs: FormTab[];
  readonly notifications = new Map<string, FormNotification>();
  readonly loadHandlers: Handler[] = [];
  readonly dataLoadHandlers: Handler[] = [];
  readonly saveHandlers: Handler[] = [];
  readonly postSaveHandlers: Handler[] = [];
  readonly extra: Record<string, unknown>;
  /** What was saved while the form was open. */
  saved: LookupValue | null = null;
  /** Rows of another table that a person asked for; no tab of the form, so scripts do not see it. */
  relatedTab: FormTab | null = null;
  private saving: Promise<SaveResult> | null = null;
  private untouched = new Map<string, Value>();
  private readonly names = new Map<string, number>();

  constructor(table: TableInfo, info: FormInfo, id: string | null, extra: Record<string, unknown>, host: FormHost) {
    this.table = table;
    this.info = info;
    this.id = id;
    this.extra = extra;
    this.host = host;
    for (const parameter of info.parameters) {
      const attribute = new FormAttribute(parameterColumn(parameter.name), true);
      attribute.set((extra[parameter.name] as Value | undefined) ?? null);
      this.parameters.set(parameter.name, attribute);
    }
    for (const cell of info.header) {
      const control = this.makeControl(cell);
      if (control instanceof FieldControl) this.headerControls.push(control);
    }
    this.tabs = info.tabs.map((tab) => new FormTab(tab, (cell) => this.makeControl(cell)));
    for (const tab of this.tabs) tab.changed = () => this.host.changed();
    for (const name of ['statecode', 'statuscode', ...(table.primaryName ? [table.primaryName] : [])]) this.attribute(name);
  }

  get isReadOnly(): boolean {
    if (this.host.kind === 'quickView') return true;
    return this.id === null ? !may('Create', this.table) : !may('Write', this.table) || this.isInactive;
  }

  get isInactive(): boolean {
    return this.id !== null && Number(this.row['statecode'] ?? 0) !== 0;
  }

  get isDirty(): boolean {
    return [...this.attributes.values()].some((attribute) => attribute.isDirty && attribute.submitMode !== 'never');
  }

  get isSaving(): boolean {
    return this.saving !== null;
  }

  get allControls(): FormControl[] {
    return [...this.headerControls, ...this.controls];
  }

  get openTab(): FormTab | undefined {
    return this.relatedTab?.open ? this.relatedTab : this.tabs.find((tab) => tab.open);
  }

  /** Name of the record as entered so far. */
  get title(): string {
    const name = this.table.primaryName ? this.attributes.get(this.table.primaryName)?.value : null;
    return typeof name === 'string' && name !== '' ? name : this.id === null ? t('newRow', this.table.displayName) : t('noValue');
  }

  get reference(): LookupValue {
    const name = this.table.primaryName ? this.attributes.get(this.table.primaryName)?.value : null;
    return { id: this.id === null ? '' : braced(this.id), name: typeof name === 'string' ? name : '', entityType: this.table.logicalName };
  }

  /** Loads data and scripts, lets them be drawn, then raises the load events. */
  async load(drawn: () => void): Promise<void> {
    const libraries = loadLibraries(this.info.libraries);
    libraries.catch(() => undefined);
    await this.read();
    if (this.id === null) this.fillDefaults();
    const first = this.tabs.find((tab) => tab.visible && tab.info.expanded) ?? this.tabs.find((tab) => tab.visible);
    if (first) this.showTab(first, false);
    await libraries;
    drawn();
    this.connectHandlers();
    this.raiseLoad(1);
    this.rememberUntouched();
    void this.reloadSubgrids();
  }

  showTab(tab: FormTab, raise = true): void {
    const before = this.openTab;
    if (before === tab) return;
    if (before) before.open = false;
    tab.open = true;
    for (const control of tab.controls) if (control instanceof WebResourceControl) control.start();
    this.host.changed();
    if (!raise) return;
    for (const changed of [before, tab]) if (changed) for (const handler of changed.stateHandlers) handler();
  }

  /** Shows the control's tab and section, then puts the focus into it. */
  focus(control: FormControl): void {
    const tab = control.section?.tab;
    if (tab) this.showTab(tab);
    control.focus();
  }

  notify(id: string, notification: FormNotification | null): void {
    if (notification) this.notifications.set(id, notification);
    else this.notifications.delete(id);
    this.host.changed();
  }

  /** Whether leaving would lose what a person entered; a new record's defaults are nobody's work. */
  get wouldLose(): boolean {
    return this.timelines.some((timeline) => timeline.isDirty) || this.isDirty && (this.id !== null
      || [...this.attributes].some(([name, attribute]) => !sameValue(attribute.value, this.untouched.get(name) ?? null)));
  }

  /** Forgets what was entered. */
  discard(): void {
    for (const attribute of this.attributes.values()) attribute.load(attribute.storedValue);
    for (const timeline of this.timelines) timeline.clear();
    this.rememberUntouched();
  }

  private rememberUntouched(): void {
    this.untouched = new Map([...this.attributes].map(([name, attribute]) => [name, attribute.value]));
  }

  /** Reads the record again, after saving it if asked to. */
  async refresh(save: boolean): Promise<void> {
    if (save && this.isDirty) {
      const result = await this.save();
      if (!result.ok) throw new WebApiError(result.error.message, result.error.errorCode, 0, '');
    }
    await this.read();
    this.raiseDataLoad(3);
    await this.reloadSubgrids();
    this.host.changed(true);
  }

  async reloadSubgrids(): Promise<void> {
    const rows = [...this.controls, ...this.relatedTab?.controls ?? []];
    await Promise.all(rows.map((control) => (control instanceof SubgridControl || control instanceof TimelineControl || control instanceof AuditHistoryControl ? control.load() : undefined)));
  }

  /** Adds what is written in a timeline; answers whether nothing is left. */
  async saveNotes(): Promise<boolean> {
    for (const timeline of this.timelines) if (timeline.isDirty && !await timeline.add()) return false;
    return true;
  }

  private get timelines(): TimelineControl[] {
    return this.controls.filter((control) => control instanceof TimelineControl);
  }

  /** Enters what the focused field holds, as leaving it would. */
  commitFocused(): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.matches('input, textarea')) {
      focused.blur();
      focused.focus();
    }
  }

  /** Whether everything required is there and nothing is marked; marks what is missing. */
  validate(): boolean {
    let first: FormControl | null = null;
    for (const control of this.allControls) {
      if (!(control instanceof FieldControl)) continue;
      control.markMissing(control.attribute.requiredLevel === 'required' && control.attribute.value === null && !control.disabled);
      if (control.blocksSaving && first === null && control.isShown) first = control;
    }
    if (first) this.focus(first);
    return first === null;
  }

  get isValid(): boolean {
    return this.allControls.every((control) => !(control instanceof FieldControl)
      || (!control.blocksSaving
        && !(control.attribute.requiredLevel === 'required' && control.attribute.value === null && !control.disabled)));
  }

  /** Saves; what was changed while an earlier save is under way goes with a save of its own. */
  save(mode: SaveMode = 1): Promise<SaveResult> {
    const earlier = this.saving;
    const saving = (earlier === null ? this.saveNow(mode) : earlier.then((result) => result.ok && this.isDirty ? this.saveNow(mode) : result)).finally(() => {
      if (this.saving === saving) this.saving = null;
      this.host.changed(true);
    });
    this.saving = saving;
    this.host.changed();
    return saving;
  }

  private async saveNow(mode: SaveMode): Promise<SaveResult> {
    await Promise.all([...this.attributes.values()].map((attribute) => attribute.pending));
    if (!this.validate()) {
      announce(t('fixFields'));
      return { ok: false, error: { errorCode: 0, message: t('fixFields') } };
    }
    let prevented = false;
    const args = {
      getSaveMode: () => mode,
      isDefaultPrevented: () => prevented,
      preventDefault: () => {
        prevented = true;
      },
    };
    for (const handler of [...this.saveHandlers]) {
      const result = runScript(() => handler(executionContext(this, this.entitySource, args)));
      if (result instanceof Promise) await result.catch(() => undefined);
    }
    if (prevented) return { ok: false, error: { errorCode: 0, message: '' } };
    const creating = this.id === null;
    const submitted = [...this.attributes.values()].filter((attribute) => attribute.isSubmitted(creating));
    if (!creating && submitted.length === 0) {
      this.raisePostSave({ ok: true });
      return { ok: true };
    }
    const body: Row = Object.assign({}, ...submitted.map((attribute) => attribute.body()));
    const sent = new Map([...this.attributes].map(([name, attribute]) => [name, attribute.value]));
    try {
      if (this.id === null) this.id = await createRow(this.table.entitySetName, body);
      else await updateRow(this.table.entitySetName, this.id, body);
    } catch (reason) {
      const error = { errorCode: reason instanceof WebApiError ? reason.errorCode : 0, message: reason instanceof Error ? reason.message : String(reason) };
      this.raisePostSave({ ok: false, error });
      void errorDialog(t(error.errorCode === 0 ? 'errorTitle' : 'businessError'), error.message, reason instanceof WebApiError ? reason.details : '');
      return { ok: false, error };
    }
    this.saved = this.reference;
    if (this.host.kind !== 'quickCreate') {
      await this.read(sent);
      this.saved = this.reference;
      if (creating) this.host.created(this);
      if (creating) this.raiseLoad(2);
      else this.raiseDataLoad(2);
    }
    this.raisePostSave({ ok: true });
    if (this.host.kind !== 'quickCreate') void this.reloadSubgrids();
    announce(t('saved'));
    return { ok: true };
  }

  /** Reads the record's columns that are on the form; after a save, with the values that it carried. */
  private async read(sent?: Map<string, Value>): Promise<void> {
    if (this.id !== null) {
      const columns = [...this.attributes.values()].map((attribute) => attribute.column).filter((column) => column.canRead);
      const names = new Set([this.table.primaryId, ...columns.flatMap((column) => this.selected(column))]);
      this.row = await getRow(`${this.table.entitySetName}(${this.id})?$select=${[...names].join(',')}`);
      for (const column of columns) {
        const attribute = this.attributes.get(column.logicalName);
        if (sent) attribute?.loadSaved(this.storedValue(column), sent.get(column.logicalName) ?? null);
        else attribute?.load(this.storedValue(column));
      }
    }
    this.arrangeStatus();
    for (const control of this.allControls) {
      if (!(control instanceof FieldControl)) continue;
      control.lock(this.isReadOnly || !isWritable(control.attribute.column, this.id === null));
    }
    for (const control of this.controls) if (control instanceof WebResourceControl) control.recordChanged();
  }

  /** A file is stored beside the record: what is entered and not saved yet stays, and the column's change event follows. */
  private async afterUpload(column: ColumnInfo): Promise<void> {
    const attribute = this.attributes.get(column.logicalName);
    if (this.isDirty) {
      Object.assign(this.row, await getRow(`${this.table.entitySetName}(${this.id})?$select=${this.selected(column).join(',')}`));
      attribute?.load(this.storedValue(column));
    } else await this.refresh(false);
    attribute?.fireChange();
  }

  private selected(column: ColumnInfo): string[] {
    const companions = column.type === 'image' ? [`${column.logicalName}id`, `${column.logicalName}_timestamp`]
      : column.type === 'file' ? [column.logicalName, `${column.logicalName}_name`] : [property(column)];
    return companions.filter((name) => name === property(column) || this.table.columns[name] !== undefined);
  }

  private storedValue(column: ColumnInfo): Value {
    if (column.type !== 'image') return readValue(column, this.row);
    const stamp = this.row[`${column.logicalName}_timestamp`] ?? this.row[`${column.logicalName}id`];
    if (stamp === null || stamp === undefined) return null;
    const size = column.canStoreFullImage ? 'size=full&' : '';
    // A parameter alias that nothing uses: it makes the address new when the bytes are.
    return `${this.columnUrl(column)}/$value?${size}@t=${encodeURIComponent(String(stamp))}`;
  }

  private columnUrl(column: ColumnInfo): string | null {
    return this.id === null ? null : `${apiPath}${this.table.entitySetName}(${this.id})/${column.logicalName}`;
  }

  private fillDefaults(): void {
    for (const attribute of this.attributes.values()) {
      const { column } = attribute;
      if (column.type === 'boolean') attribute.set(column.default === 1);
      else if (column.type === 'state') attribute.load(0);
      else if (column.type === 'status')
        attribute.load(this.table.columns['statecode']?.options?.find((option) => option.value === 0)?.defaultStatus
          ?? column.options?.find((option) => option.state === 0)?.value ?? null);
      else if (column.type === 'owner') attribute.load([{ id: braced(app().currentUser.id), name: app().currentUser.name, entityType: 'systemuser' }]);
      else if (column.default !== undefined && column.default >= 0) attribute.set(column.default);
    }
    this.arrangeStatus();
    for (const [name, value] of Object.entries(this.extra)) {
      const attribute = this.attributes.get(name);
      if (attribute) attribute.set(this.parameterValue(attribute.column, value));
    }
  }

  /** A default value as a form parameter carries it: plain, or a lookup with its name and type beside it. */
  private parameterValue(column: ColumnInfo, value: unknown): Value {
    if (!isLookup(column) || Array.isArray(value)) return typeof value === 'string' ? fromText(column, value) : (value as Value);
    const entityType = this.extra[`${column.logicalName}type`] ?? column.targets[0] ?? '';
    return [{ id: braced(String(value)), name: String(this.extra[`${column.logicalName}name`] ?? ''), entityType: String(entityType) }];
  }

  /** A status can only become what the table's transitions allow. */
  private arrangeStatus(): void {
    const status = this.attributes.get('statuscode');
    if (!status) return;
    const state = Number(this.row['statecode'] ?? 0);
    const stored = status.storedValue;
    const from = status.column.options?.find((option) => option.value === stored);
    const offered = (status.column.options ?? []).filter((option) => option.state === state
      && (option.value === stored || !this.table.enforcesStateTransitions || this.id === null || (from?.transitions ?? []).includes(option.value)));
    for (const control of this.allControls)
      if (control instanceof FieldControl && control.attribute === status) control.offer(offered);
  }

  attribute(name: string): FormAttribute | null {
    const existing = this.attributes.get(name);
    if (existing) return existing;
    const column = this.table.columns[name];
    if (!column) return null;
    const attribute = new FormAttribute(column);
    attribute.watchers.add(() => this.host.changed());
    this.attributes.set(name, attribute);
    return attribute;
  }

  private makeControl(cell: CellInfo): FormControl | null {
    const info = cell.control;
    if (!info) return null;
    const unique = { ...info, id: this.uniqueName(info.id) };
    const attribute = info.kind === 'column' && info.column ? this.attribute(info.column) : null;
    const control = info.kind === 'subgrid' ? new SubgridControl(cell, unique, this)
      : info.kind === 'webresource' ? new WebResourceControl(cell, unique, this)
        : info.kind === 'timeline' ? new TimelineControl(cell, unique, this)
          : this.quickViewOf(cell, unique) ?? (attribute ? new FieldControl(cell, unique, attribute, (context) => this.makeEditor(context, cell))
            : new UnsupportedControl(cell, unique));
    if (!cell.control?.id.startsWith('header_')) this.controls.push(control);
    return control;
  }

  private quickViewOf(cell: CellInfo, info: ControlInfo): QuickViewControl | null {
    const attribute = info.kind === 'quickview' && info.column ? this.attribute(info.column) : null;
    return attribute && isLookup(attribute.column) ? new QuickViewControl(cell, info, attribute, (...args) => new Form(...args)) : null;
  }

  /** A column shown twice has a second control with a number behind its name. */
  private uniqueName(id: string): string {
    const count = this.names.get(id) ?? 0;
    this.names.set(id, count + 1);
    return count === 0 ? id : `${id}${count}`;
  }

  private makeEditor(context: EditorContext, cell: CellInfo): Editor {
    const { column } = context;
    const binary = {
      ...context,
      storedUrl: () => this.columnUrl(column),
      storedName: () => String(this.row[`${column.logicalName}_name`] ?? ''),
      stored: () => this.afterUpload(column),
    };
    switch (column.type) {
      case 'memo': return memoEditor(context, cell.rowspan);
      case 'integer': case 'bigInteger': case 'decimal': case 'float': case 'money': return numberEditor(context);
      case 'dateTime': return dateEditor(context);
      case 'boolean': return booleanEditor(context);
      case 'choice': case 'state': case 'status': return choiceEditor(context);
      case 'choices': return choicesEditor(context);
      case 'lookup': case 'owner': case 'customer':
        return lookupEditor({
          ...context,
          open: (value) => void navigator().go({ pageType: 'entityrecord', table: value.entityType, id: bare(value.id), form: null, extra: {} }),
          create: (table) => navigator().quickCreate(table, {}),
        });
      case 'image': return imageEditor(binary);
      case 'file': return fileEditor(binary);
      default: return textEditor(context);
    }
  }

  /** What getEventSource answers for events of the record. */
  get entitySource(): { kind: 'entity' } {
    return { kind: 'entity' };
  }

  private connectHandlers(): void {
    for (const handler of this.info.handlers) {
      const call = (context: unknown): unknown =>
        findFunction(handler.function)(...(handler.passContext ? [context] : []), ...parseParameters(handler.parameters));
      switch (handler.event) {
        case 'onload':
          this.loadHandlers.push(call);
          break;
        case 'onsave':
          this.saveHandlers.push(call);
          break;
        case 'onchange': {
          const attribute = this.attributes.get(handler.attribute);
          attribute?.changeHandlers.push((depth) => runScript(() => call(executionContext(this, { kind: 'attribute', attribute }, undefined, depth))));
          break;
        }
        case 'tabstatechange': {
          const tab = this.tabs.find((candidate) => candidate.info.name === handler.tab || candidate.info.id === handler.tab);
          tab?.stateHandlers.push(() => runScript(() => call(executionContext(this, { kind: 'tab', tab }))));
          break;
        }
        default:
          throw new Error(`The form event '${handler.event}' is not supported by the sandbox.`);
      }
    }
  }

  private raiseLoad(state: LoadState): void {
    const args = { getDataLoadState: () => state };
    for (const handler of [...this.loadHandlers]) runScript(() => handler(executionContext(this, { kind: 'form' }, args)));
    this.raiseDataLoad(state);
  }

  private raiseDataLoad(state: LoadState): void {
    const args = { getDataLoadState: () => state };
    for (const handler of [...this.dataLoadHandlers]) runScript(() => handler(executionContext(this, { kind: 'form' }, args)));
  }

  private raisePostSave(result: SaveResult): void {
    const args = {
      getEntityReference: () => this.reference,
      getIsSaveSuccess: () => result.ok,
      getSaveErrorInfo: () => (result.ok ? null : result.error),
    };
    for (const handler of [...this.postSaveHandlers]) runScript(() => handler(executionContext(this, this.entitySource, args)));
  }

  displayTextOf(column: string): string {
    const attribute = this.attributes.get(column);
    return attribute ? this.displayText(attribute) : '';
  }

  /** What the header shows for a column. */
  displayText(attribute: FormAttribute): string {
    const { column, value } = attribute;
    if (value === null) return t('noValue');
    if (Array.isArray(value) && isLookup(column)) return (value as LookupValue[]).map((one) => one.name).join(', ');
    if (Array.isArray(value))
      return (column.options ?? []).filter((option) => (value as number[]).includes(option.value)).map((option) => option.label).join(', ');
    if (column.options && typeof value === 'number') return column.options.find((option) => option.value === value)?.label ?? String(value);
    if (value instanceof Date)
      return dateText(value, isDateOnly(column), zoneOf(column));
    if (typeof value === 'boolean') return column.options?.find((option) => option.value === Number(value))?.label || t(value ? 'yes' : 'no');
    return (attribute.isDirty ? null : formatted(this.row, property(column)))
      ?? (typeof value === 'number' ? value.toLocaleString(currentLocale()) : String(value));
  }
}

function parameterColumn(name: string): ColumnInfo {
  return {
    logicalName: name, schemaName: name, type: 'text', typeName: 'nvarchar', label: name, required: 'none', format: '',
    canCreate: false, canUpdate: false, canRead: true, canStoreFullImage: false, isAudited: false, targets: [], navigation: {},
  };
}

function fromText(column: ColumnInfo, text: string): Value {
  switch (column.type) {
    case 'integer': case 'bigInteger': case 'decimal': case 'float': case 'money': case 'choice': case 'status': case 'state':
      return text === '' ? null : Number(text);
    case 'boolean': return text === 'true' || text === '1';
    case 'choices': return text.replace(/[[\]]/g, '').split(',').filter((part) => part !== '').map(Number);
    case 'dateTime': return text === '' ? null : new Date(text);
    default: return text === '' ? null : text;
  }
}

/** Default values of a new row that is made from another one: the lookup that points at it. */
export async function defaultsFrom(table: TableInfo, parent: LookupValue, lookupColumn?: string): Promise<Record<string, unknown>> {
  const source = await loadTable(parent.entityType);
  const column = lookupColumn
    ?? source.children.find((child) => child.table === table.logicalName)?.column
    ?? Object.values(table.columns).find((candidate) => candidate.type === 'lookup' && candidate.targets.includes(parent.entityType))?.logicalName;
  return column ? { [column]: bare(parent.id), [`${column}name`]: parent.name, [`${column}type`]: parent.entityType } : {};
}

