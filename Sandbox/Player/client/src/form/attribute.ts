import type { ColumnInfo } from '../data/contract.ts';
import { isLookup } from '../data/metadata.ts';
import type { Row } from '../data/web-api.ts';
import { sameValue, type Value, writeValue } from '../data/values.ts';

export type RequiredLevel = 'none' | 'recommended' | 'required';
export type SubmitMode = 'always' | 'dirty' | 'never';

/** One column of the record on the form. A form parameter is one too, of a type of its own and never sent. */
export class FormAttribute {
  /** What is still being read from a chosen file; a save waits for it. */
  pending: Promise<void> | null = null;
  readonly column: ColumnInfo;
  readonly isParameter: boolean;
  submitMode: SubmitMode = 'dirty';
  /** Called after each change, to show it. */
  readonly watchers = new Set<() => void>();
  /** Handlers of the change event, the form's own first. */
  readonly changeHandlers: ((depth: number) => void)[] = [];
  private stored: Value = null;
  private current: Value = null;
  private level: RequiredLevel;

  constructor(column: ColumnInfo, isParameter = false) {
    this.column = column;
    this.isParameter = isParameter;
    this.level = column.required === 'required' || column.required === 'systemrequired' ? 'required'
      : column.required === 'recommended' ? 'recommended' : 'none';
    if (!column.canRead) this.submitMode = 'never';
  }

  get name(): string {
    return this.column.logicalName;
  }

  get value(): Value {
    return this.current;
  }

  get storedValue(): Value {
    return this.stored;
  }

  get isDirty(): boolean {
    return !this.isParameter && !sameValue(this.current, this.stored);
  }

  get requiredLevel(): RequiredLevel {
    return this.level;
  }

  set requiredLevel(level: RequiredLevel) {
    this.level = level;
    this.changed();
  }

  /** What the organization holds. */
  load(value: Value): void {
    this.stored = value;
    this.current = value;
    this.changed();
  }

  /** What the organization holds after a save that carried `sent`; what was entered meanwhile stays, and so does what is being typed. */
  loadSaved(value: Value, sent: Value): void {
    const entered = !sameValue(this.current, sent);
    const shown = entered || sameValue(this.current, value);
    this.stored = value;
    if (!entered) this.current = value;
    if (!shown) this.changed();
  }

  set(value: Value): void {
    if (isLookup(this.column) && Array.isArray(value) && value.length === 0) value = null;
    if (this.column.type === 'choices' && Array.isArray(value) && value.length === 0) value = null;
    this.current = value === undefined || value === '' ? null : value;
    this.changed();
  }

  /** What the person enters: the change event follows. */
  enter(value: Value): void {
    if (sameValue(value === '' ? null : value, this.current)) return;
    this.set(value);
    this.fireChange();
  }

  fireChange(depth = 1): void {
    for (const handler of [...this.changeHandlers]) handler(depth);
  }

  isSubmitted(creating: boolean): boolean {
    if (this.isParameter || this.submitMode === 'never' || this.column.type === 'file') return false;
    if (creating ? !this.column.canCreate : !this.column.canUpdate) return false;
    if (this.submitMode === 'always') return !creating || this.current !== null;
    return creating ? this.current !== null && (this.isDirty || this.isDefault) : this.isDirty;
  }

  /** A default stands in the form before anybody entered anything; a create request carries it. */
  private get isDefault(): boolean {
    return this.column.default !== undefined && this.column.default !== null;
  }

  body(): Row {
    return writeValue(this.column, this.current);
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}
