import type { CellInfo, ColumnInfo, ControlInfo, OptionInfo } from '../data/contract.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { t } from '../ui/strings.ts';
import type { FormAttribute } from './attribute.ts';
import type { Editor, EditorContext } from './editors.ts';
import type { FormSection } from './layout.ts';

export type ControlKind = 'standard' | 'optionset' | 'multiselectoptionset' | 'lookup' | 'boolean' | 'datetime' | 'number' | 'text'
  | 'subgrid' | 'webresource' | 'unsupported';

/** A control on a form: it has a name, a label, and can be hidden. */
export abstract class FormControl {
  readonly info: ControlInfo;
  readonly cell: CellInfo;
  readonly element: HTMLElement;
  section: FormSection | null = null;
  protected labelText: string;
  private shown: boolean;

  constructor(cell: CellInfo, info: ControlInfo, label: string) {
    this.cell = cell;
    this.info = info;
    this.labelText = label;
    this.shown = cell.visible;
    this.element = h('div', { class: 'cell', 'data-id': info.id, hidden: !cell.visible });
  }

  get name(): string {
    return this.info.id;
  }

  get label(): string {
    return this.labelText;
  }

  set label(text: string) {
    this.labelText = text;
    this.arrange();
  }

  get visible(): boolean {
    return this.shown;
  }

  set visible(visible: boolean) {
    this.shown = visible;
    this.element.hidden = !visible;
    this.section?.arrange();
  }

  /** Whether a person could see it now, given its section and tab. */
  get isShown(): boolean {
    return this.shown && (this.section === null || this.section.isShown);
  }

  abstract focus(): void;

  protected arrange(): void {}
}

export interface Note {
  text: string;
  level: 'ERROR' | 'RECOMMENDATION';
  actions: { message: string; run: () => void }[];
}

/** Whether a person may change a column; a file is stored beside the record, whatever requests for the record may carry. */
export function isWritable(column: ColumnInfo, creating: boolean): boolean {
  return column.type !== 'state' && (column.type === 'file' || (creating ? column.canCreate : column.canUpdate));
}

/** A control that edits a column. */
export class FieldControl extends FormControl {
  readonly attribute: FormAttribute;
  readonly editor: Editor;
  private readonly labelElement: HTMLElement;
  private readonly notesElement = h('div', { class: 'field-notes', id: newId('notes') });
  private readonly notes = new Map<string, Note>();
  private readonly lockedByColumn: boolean;
  private lockedByScript: boolean;
  private lockedByForm = false;
  private problem: string | null = null;
  private missing = false;
  private offered: OptionInfo[] | null = null;

  constructor(
    cell: CellInfo, info: ControlInfo, attribute: FormAttribute, makeEditor: (context: EditorContext) => Editor,
  ) {
    super(cell, info, cell.label || attribute.column.label);
    this.attribute = attribute;
    this.lockedByScript = info.disabled;
    this.lockedByColumn = !isWritable(attribute.column, true) && !isWritable(attribute.column, false);
    const labelId = newId('label');
    this.editor = makeEditor({
      column: attribute.column,
      labelId,
      label: () => this.label,
      enter: (value) => {
        attribute.enter(value);
        this.arrange();
      },
      complain: (text) => {
        this.problem = text;
        this.arrange();
      },
      wait: (work) => {
        attribute.pending = work;
      },
    });
    this.labelElement = h('label', { id: labelId, class: cell.showLabel ? 'field-label' : 'hidden-text' });
    this.labelElement.addEventListener('click', (event) => {
      event.preventDefault();
      this.focus();
    });
    this.element.classList.add('field');
    this.element.append(this.labelElement, h('div', { class: 'field-value' }, this.editor.element, this.notesElement));
    attribute.watchers.add(() => this.showValue());
    this.showValue();
  }

  get kind(): ControlKind {
    switch (this.attribute.column.type) {
      case 'choice': case 'state': case 'status': return 'optionset';
      case 'choices': return 'multiselectoptionset';
      case 'lookup': case 'owner': case 'customer': return 'lookup';
      default: return 'standard';
    }
  }

  get disabled(): boolean {
    return this.lockedByColumn || this.lockedByScript || this.lockedByForm;
  }

  /** What scripts and the form's XML say. */
  set disabledByScript(disabled: boolean) {
    this.lockedByScript = disabled;
    this.arrange();
  }

  /** The whole form is read-only, or the column cannot be written in the record's state. */
  lock(locked: boolean): void {
    this.lockedByForm = locked;
    this.arrange();
  }

  get options(): OptionInfo[] {
    return this.offered ?? this.attribute.column.options ?? [];
  }

  /** The options a choice offers; null for all. */
  offer(options: OptionInfo[] | null): void {
    this.offered = options;
    this.editor.offer?.(this.options);
  }

  setNote(id: string, note: Note | null): void {
    if (note) this.notes.set(id, note);
    else this.notes.delete(id);
    this.arrange();
  }

  get noteIds(): string[] {
    return [...this.notes.keys()];
  }

  /** Marks the field as empty though it is required. */
  markMissing(missing: boolean): void {
    this.missing = missing;
    this.arrange();
  }

  /** Whether it keeps the record from being saved. */
  get blocksSaving(): boolean {
    return this.problem !== null || this.missing || [...this.notes.values()].some((note) => note.level === 'ERROR');
  }

  focus(): void {
    this.editor.input.focus();
  }

  /** The attribute's value replaces what is written, also what was no value. */
  private showValue(): void {
    this.problem = null;
    this.editor.show(this.attribute.value);
    this.arrange();
  }

  protected override arrange(): void {
    if (this.missing && this.attribute.value !== null) this.missing = false;
    const level = this.attribute.requiredLevel;
    const locked = this.disabled;
    this.labelElement.replaceChildren(
      this.label,
      ...(level === 'required' ? [h('span', { class: 'mark-required', 'aria-hidden': 'true' }, '*')] : []),
      ...(level === 'recommended' ? [h('span', { class: 'mark-recommended', 'aria-hidden': 'true' }, '+')] : []),
      ...(locked ? [h('span', { class: 'mark-locked', title: t('readOnly') }, icon('lock'))] : []),
    );
    this.editor.disable(locked);
    const { input } = this.editor;
    const texts: { text: string; level: Note['level']; actions: Note['actions'] }[] = [
      ...(this.problem === null ? [] : [{ text: this.problem, level: 'ERROR' as const, actions: [] }]),
      ...(this.missing && this.problem === null ? [{ text: `${this.label}: ${t('requiredField')}`, level: 'ERROR' as const, actions: [] }] : []),
      ...this.notes.values(),
    ];
    this.notesElement.replaceChildren(...texts.map((note) => h('div', { class: note.level === 'ERROR' ? 'note error' : 'note' },
      icon(note.level === 'ERROR' ? 'error' : 'info'),
      h('span', {}, note.text),
      ...note.actions.map((action) => h('button', { type: 'button', class: 'link-button', onClick: action.run }, action.message)))));
    const editable = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement || input instanceof HTMLSelectElement;
    if (editable) {
      input.toggleAttribute('aria-required', false);
      if (level === 'required') input.setAttribute('aria-required', 'true');
      input.setAttribute('aria-invalid', String(this.blocksSaving));
    }
    if (texts.length > 0) input.setAttribute('aria-describedby', this.notesElement.id);
    else input.removeAttribute('aria-describedby');
    this.element.classList.toggle('locked', locked);
    this.element.classList.toggle('invalid', this.blocksSaving);
  }
}

/** A control the sandbox cannot show, said by name. */
export class UnsupportedControl extends FormControl {
  constructor(cell: CellInfo, info: ControlInfo) {
    super(cell, info, cell.label);
    this.element.append(h('p', { class: 'state-detail' }, t('unsupportedControl', info.id)));
  }

  focus(): void {
    this.element.scrollIntoView();
  }
}
