import type { CellInfo, ControlInfo, FormInfo } from '../data/contract.ts';
import { loadTable } from '../data/metadata.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { spinner } from '../ui/dialogs.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { t } from '../ui/strings.ts';
import type { FormAttribute } from './attribute.ts';
import { FormControl } from './controls.ts';
import type { Form, FormHost } from './form.ts';

/** Another row, the one a lookup holds, on its quick view form: to read, not to change. */
export class QuickViewControl extends FormControl {
  private readonly attribute: FormAttribute;
  private readonly makeForm: (...args: ConstructorParameters<typeof Form>) => Form;
  private readonly body = h('div', { class: 'quick-view-body' });
  private shownFor: string | null = null;
  private asked = 0;

  constructor(cell: CellInfo, info: ControlInfo, attribute: FormAttribute, makeForm: (...args: ConstructorParameters<typeof Form>) => Form) {
    super(cell, info, cell.label);
    this.attribute = attribute;
    this.makeForm = makeForm;
    const titleId = newId('quick-view');
    this.element.classList.add('quick-view');
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-labelledby', titleId);
    this.element.append(h('div', { id: titleId, class: cell.showLabel ? 'subgrid-title' : 'hidden-text' }, cell.label), this.body);
    attribute.watchers.add(() => void this.show());
    void this.show();
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('input, a, button, select, textarea')?.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  private async show(): Promise<void> {
    const target = (this.attribute.value as LookupValue[] | null)?.[0];
    const key = target ? `${target.entityType} ${bare(target.id)}` : '';
    if (key === this.shownFor) return;
    this.shownFor = key;
    const mine = ++this.asked;
    if (!target) {
      this.body.replaceChildren(h('p', { class: 'state-detail' }, t('noValue')));
      return;
    }
    this.body.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    try {
      const table = await loadTable(target.entityType);
      const wanted = this.formIdFor(target.entityType);
      const info = table.forms.find((form) => form.kind === 'quick' && bare(form.id) === wanted);
      if (!info) throw new Error(t('noForm', table.displayName));
      const host: FormHost = { kind: 'quickView', close: () => undefined, changed: () => undefined, created: () => undefined };
      const form = this.makeForm(table, readOnly(info), bare(target.id), {}, host);
      await form.load(() => undefined);
      if (mine !== this.asked) return;
      this.body.replaceChildren(...form.tabs.flatMap((tab) => (tab.visible ? tab.sections.map((section) => section.element) : [])));
    } catch (reason) {
      if (mine !== this.asked) return;
      this.shownFor = null;
      this.body.replaceChildren(h('div', { class: 'state', role: 'alert' }, icon('error'), h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason)),
        h('button', { type: 'button', class: 'button', onClick: () => void this.show() }, t('tryAgain'))));
    }
  }

  /** The form for a table, of the list that the control's parameters hold as XML. */
  private formIdFor(table: string): string {
    const xml = new DOMParser().parseFromString(this.info.parameters['QuickForms'] ?? '', 'text/xml');
    const entry = [...xml.querySelectorAll('QuickFormId')].find((candidate) => candidate.getAttribute('entityname') === table);
    return bare(entry?.textContent ?? '');
  }
}

/** Quick view forms raise no events and their columns cannot be changed. */
function readOnly(info: FormInfo): FormInfo {
  return { ...info, libraries: [], handlers: [] };
}
