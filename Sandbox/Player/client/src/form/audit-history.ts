import type { AuditChangeInfo, CellInfo, ControlInfo } from '../data/contract.ts';
import { loadAudit } from '../data/metadata.ts';
import { userZone } from '../data/zones.ts';
import { announce, spinner } from '../ui/dialogs.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { currentLocale, t } from '../ui/strings.ts';
import { FormControl } from './controls.ts';
import type { Form } from './form.ts';

/** What happened to a record, as the organization's auditing kept it: the newest change first, of all fields or of one. */
export class AuditHistoryControl extends FormControl {
  private readonly form: Form;
  private readonly filter: HTMLSelectElement;
  private readonly off = h('p', { class: 'note', role: 'status', hidden: true }, icon('info'), h('span', {}, t('auditOff')));
  private readonly body = h('div', { class: 'audit-body' });
  private asked = 0;

  constructor(cell: CellInfo, info: ControlInfo, form: Form) {
    super(cell, info, cell.label);
    this.form = form;
    const filterId = newId('audit-filter');
    const columns = Object.values(form.table.columns).filter((column) => column.isAudited)
      .map((column) => ({ name: column.logicalName, label: column.label || column.logicalName }))
      .sort((one, other) => one.label.localeCompare(other.label, currentLocale()));
    this.filter = h('select', { id: filterId, class: 'input', onChange: () => void this.load() },
      h('option', { value: '' }, t('auditAllFields')), ...columns.map((column) => h('option', { value: column.name }, column.label)));
    this.element.classList.add('audit');
    this.element.append(this.off, h('div', { class: 'audit-filter' }, h('label', { for: filterId }, t('auditFilter')), this.filter), this.body);
  }

  focus(): void {
    this.filter.focus();
  }

  async load(): Promise<void> {
    this.body.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    await this.show([], 1);
  }

  private async show(known: AuditChangeInfo[], page: number): Promise<void> {
    const mine = ++this.asked;
    try {
      const answer = await loadAudit(this.form.table.logicalName, this.form.id ?? '', this.filter.value, page);
      if (mine !== this.asked) return;
      const changes = [...known, ...answer.changes];
      this.off.hidden = answer.isOn;
      this.body.replaceChildren(
        changes.length === 0 ? h('p', { class: 'state-detail' }, t('auditNone')) : this.table(changes),
        ...(answer.more ? [h('button', { type: 'button', class: 'button', onClick: () => void this.show(changes, page + 1) }, t('auditMore'))] : []));
      announce(changes.length === 0 ? t('auditNone') : t('results', changes.length));
    } catch (reason) {
      if (mine !== this.asked) return;
      this.body.replaceChildren(h('div', { class: 'state', role: 'alert' }, icon('error'), h('p', {}, t('loadFailed')),
        h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason)),
        h('button', { type: 'button', class: 'button', onClick: () => void this.load() }, t('tryAgain'))));
    }
  }

  private table(changes: AuditChangeInfo[]): HTMLElement {
    const heads = [t('auditDate'), t('auditBy'), t('auditEvent'), t('auditField'), t('auditOld'), t('auditNew')];
    return h('div', { class: 'audit-scroll', role: 'region', tabindex: 0, 'aria-label': t('auditHistory') },
      h('table', { class: 'audit-table' },
        h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
        ...changes.map((change) => h('tbody', { 'data-id': change.id }, ...this.rows(change)))));
  }

  /** A line for each field; what they share stands once. */
  private rows(change: AuditChangeInfo): HTMLElement[] {
    const lines = Math.max(1, change.fields.length);
    const shared = [new Date(change.changedOn).toLocaleString(currentLocale(), { timeZone: userZone(), dateStyle: 'medium', timeStyle: 'medium' }), change.changedBy, change.event];
    return Array.from({ length: lines }, (_, line) => {
      const field = change.fields[line];
      return h('tr', {},
        ...(line === 0 ? shared.map((text) => h('td', { rowspan: lines }, text)) : []),
        ...[field?.label, field?.oldValue, field?.newValue].map((text) => h('td', {}, text ?? '')));
    });
  }
}
