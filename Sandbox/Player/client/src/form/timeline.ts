import type { CellInfo, ControlInfo } from '../data/contract.ts';
import { isLookup, loadTable, may, property } from '../data/metadata.ts';
import { userZone } from '../data/zones.ts';
import { createRow, deleteRow, formatted, getRows, type Row } from '../data/web-api.ts';
import { announce, confirmDialog, errorDialog, spinner } from '../ui/dialogs.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { currentLocale, t } from '../ui/strings.ts';
import { FormControl } from './controls.ts';
import type { Form } from './form.ts';

const pageSize = 10;
const largestFile = 5 * 1024 * 1024;

interface Attachment {
  filename: string;
  mimetype: string;
  documentbody: string;
}

/** The notes of a record, the newest first, and a place to write one. */
export class TimelineControl extends FormControl {
  private readonly form: Form;
  private readonly composer: HTMLElement;
  private readonly body = h('div', { class: 'timeline-body' });
  private readonly title = h('input', { class: 'input', id: newId('note-title'), maxlength: 500, autocomplete: 'off' });
  private readonly text = h('textarea', { class: 'input', id: newId('note-text'), rows: 3 });
  private readonly file = h('input', { type: 'file', class: 'hidden-file', tabindex: -1, 'aria-hidden': 'true' });
  private readonly attached = h('span', { class: 'timeline-file' });
  private readonly problem = h('p', { class: 'note error', role: 'alert', hidden: true });
  private attachment: Attachment | null = null;
  private pages = 1;

  constructor(cell: CellInfo, info: ControlInfo, form: Form) {
    super(cell, info, cell.label || t('timeline'));
    this.form = form;
    const titleId = newId('timeline');
    this.element.classList.add('timeline');
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-labelledby', titleId);
    this.composer = h('form', {
      class: 'timeline-composer',
      onSubmit: (event: Event) => {
        event.preventDefault();
        void this.add();
      },
    },
    h('label', { for: this.title.id }, t('noteTitle')), this.title,
    h('label', { for: this.text.id }, t('noteText')), this.text,
    this.problem,
    h('div', { class: 'binary-buttons' },
      h('button', { class: 'button primary' }, t('addNote')),
      h('button', { type: 'button', class: 'button', onClick: () => this.file.click() }, icon('upload'), t('attachFile')),
      this.file, this.attached));
    this.file.addEventListener('change', () => void this.attach());
    this.element.append(h('div', { class: 'subgrid-head' }, h('span', { id: titleId, class: 'subgrid-title' }, this.labelText)), this.composer, this.body);
  }

  /** Whether something is written that was not added yet. */
  get isDirty(): boolean {
    return this.title.value !== '' || this.text.value !== '' || this.attachment !== null;
  }

  focus(): void {
    this.title.focus();
  }

  async load(): Promise<void> {
    if (this.form.id === null) {
      this.composer.hidden = true;
      this.body.replaceChildren(h('p', { class: 'state-detail' }, t('saveToSee')));
      return;
    }
    if (this.body.children.length === 0) this.body.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    try {
      const table = await loadTable('annotation');
      if (!may('Read', table)) {
        this.composer.hidden = true;
        this.body.replaceChildren(h('p', { class: 'state-detail' }, t('notesNotAllowed')));
        return;
      }
      const subject = table.columns['objectid'];
      if (!subject) throw new Error(t('unsupportedControl', this.name));
      const system = table.columns['createdby'] ? ['_createdby_value'] : [];
      const columns = [table.primaryId, 'subject', 'notetext', 'filename', 'mimetype', 'isdocument', 'createdon', ...system];
      const answer = await getRows(
        `${table.entitySetName}?$select=${columns.join(',')}&$filter=${property(subject)} eq ${this.form.id}&$orderby=createdon desc`, this.pages * pageSize);
      this.composer.hidden = !may('Create', table) || !may('Write', this.form.table) || this.form.isInactive;
      this.draw(answer.rows, answer.more);
    } catch (reason) {
      this.body.replaceChildren(h('div', { class: 'state', role: 'alert' }, icon('error'), h('p', {}, t('loadFailed')),
        h('p', { class: 'state-detail' }, textOf(reason)),
        h('button', { type: 'button', class: 'button', onClick: () => void this.load() }, t('tryAgain'))));
    }
  }

  private draw(rows: Row[], more: boolean): void {
    if (rows.length === 0) {
      this.body.replaceChildren(h('p', { class: 'state-detail' }, t('noNotes')));
      return;
    }
    this.body.replaceChildren(
      h('ul', { class: 'timeline-notes', 'aria-label': t('notes') }, ...rows.map((row) => this.note(row))),
      ...(more ? [h('button', {
        type: 'button',
        class: 'button',
        onClick: () => {
          this.pages += 1;
          void this.load();
        },
      }, t('moreNotes'))] : []));
  }

  private note(row: Row): HTMLElement {
    const subject = String(row['subject'] ?? '') || t('note');
    const by = formatted(row, '_createdby_value');
    const when = new Date(String(row['createdon'])).toLocaleString(currentLocale(), { timeZone: userZone(), dateStyle: 'medium', timeStyle: 'short' });
    return h('li', { class: 'timeline-note' },
      h('div', { class: 'timeline-note-head' },
        h('h3', { class: 'timeline-note-title' }, subject),
        !this.composer.hidden && h('button', {
          type: 'button', class: 'icon-button', 'aria-label': t('deleteNote', subject), title: t('deleteNote', subject), onClick: () => void this.remove(row),
        }, icon('remove'))),
      h('p', { class: 'state-detail' }, by === null ? when : `${by} · ${when}`),
      typeof row['notetext'] === 'string' && h('p', { class: 'timeline-note-text' }, plain(row['notetext'])),
      row['isdocument'] === true && h('button', { type: 'button', class: 'link-button', onClick: () => void this.download(row) }, t('download', String(row['filename'] ?? ''))));
  }

  private async attach(): Promise<void> {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (!file) return;
    if (file.size > largestFile) {
      this.complain(t('fileTooBig', Math.ceil(file.size / 1024), largestFile / 1024));
      return;
    }
    this.complain(null);
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    this.attachment = { filename: file.name, mimetype: file.type || 'application/octet-stream', documentbody: btoa(binary) };
    this.attached.textContent = file.name;
  }

  /** Adds the note; answers whether it was. */
  async add(): Promise<boolean> {
    const { id } = this.form;
    if (id === null) return false;
    if (!this.isDirty) {
      this.complain(t('emptyNote'));
      this.text.focus();
      return false;
    }
    try {
      const table = await loadTable('annotation');
      const subject = table.columns['objectid'];
      const owner: Row = subject && isLookup(subject)
        ? { [`${subject.navigation[this.form.table.logicalName] ?? `objectid_${this.form.table.logicalName}`}@odata.bind`]: `/${this.form.table.entitySetName}(${id})` }
        : { objectid: id, objecttypecode: this.form.table.logicalName };
      await createRow(table.entitySetName, {
        ...owner, subject: this.title.value || null, notetext: this.text.value || null, isdocument: this.attachment !== null, ...this.attachment,
      });
    } catch (reason) {
      // What was written stays.
      this.complain(textOf(reason));
      return false;
    }
    this.clear();
    announce(t('noteAdded'));
    await this.load();
    return true;
  }

  /** Forgets what is written. */
  clear(): void {
    this.complain(null);
    [this.title.value, this.text.value, this.attached.textContent, this.attachment] = ['', '', '', null];
  }

  private complain(problem: string | null): void {
    this.problem.hidden = problem === null;
    this.problem.replaceChildren(icon('error'), h('span', {}, problem ?? ''));
  }

  private async remove(row: Row): Promise<void> {
    if (!await confirmDialog(t('confirmDeleteTitle'), t('confirmDelete', t('note')), t('delete'))) return;
    try {
      const table = await loadTable('annotation');
      await deleteRow(table.entitySetName, String(row[table.primaryId]));
      await this.load();
    } catch (reason) {
      await errorDialog(t('errorTitle'), textOf(reason));
    }
  }

  private async download(row: Row): Promise<void> {
    try {
      const table = await loadTable('annotation');
      const [stored] = (await getRows(`${table.entitySetName}?$select=documentbody&$filter=${table.primaryId} eq ${String(row[table.primaryId])}`)).rows;
      const bytes = Uint8Array.from(atob(String(stored?.['documentbody'] ?? '')), (character) => character.charCodeAt(0));
      // Never as a page of this site, whatever type the note claims.
      const link = h('a', { href: URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' })), download: String(row['filename'] ?? 'note') });
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (reason) {
      await errorDialog(t('loadFailed'), textOf(reason));
    }
  }
}

/** The platform stores notes as HTML; here they are shown as their text. */
function plain(text: string): string {
  return /<[a-z][^>]*>/i.test(text) ? new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '' : text;
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
