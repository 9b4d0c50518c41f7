import type { ChildInfo, ControlInfo, FormInfo, OptionInfo, TableInfo, TieInfo } from '../data/contract.ts';
import { loadTable, may, mayReadAudit, tableSummary } from '../data/metadata.ts';
import { bare } from '../data/values.ts';
import { updateRow, WebApiError } from '../data/web-api.ts';
import { AuditHistoryControl } from '../form/audit-history.ts';
import { Form, type FormHost } from '../form/form.ts';
import { FormTab } from '../form/layout.ts';
import { SubgridControl } from '../form/subgrid.ts';
import { showScriptError } from '../form/scripts.ts';
import { type Command, CommandBar } from '../ui/command-bar.ts';
import { deleteRows } from '../ui/delete-rows.ts';
import { ask, confirmDialog, errorDialog, spinner } from '../ui/dialogs.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { navigator } from '../ui/navigator.ts';
import { ribbonCommands } from '../ui/ribbon.ts';
import { t } from '../ui/strings.ts';

/** Stands for the history in the list of related rows, whose other values are names of relationships. */
const auditHistory = '$audit';

export interface FormViewOptions {
  table: TableInfo;
  id: string | null;
  formId: string | null;
  extra: Record<string, unknown>;
  kind: 'page' | 'dialog';
  /** Leaves the view without asking. */
  leave(): void;
  /** The record, its name or its form changed: address and title follow. */
  moved(form: Form): void;
}

/** A record on its main form, with everything around it: commands, notifications, header, tabs. */
export class FormView {
  readonly element = h('div', { class: 'form-view' });
  form: Form | null = null;
  private readonly options: FormViewOptions;
  private readonly bar = new CommandBar('page');
  private readonly notes = h('div', { class: 'form-notes', role: 'region', 'aria-label': t('notifications') });
  private readonly title = h('h1', { class: 'form-title', tabindex: -1 });
  private readonly state = h('span', { class: 'form-state' });
  private readonly subtitle = h('div', { class: 'form-subtitle' });
  private readonly summary = h('div', { class: 'form-summary' });
  private readonly headerButton: HTMLButtonElement;
  private readonly headerPanel: HTMLElement;
  private readonly tabRow = h('div', { class: 'tabs', role: 'tablist', 'aria-label': t('tabs') });
  private readonly tabLine = h('div', { class: 'tab-line' });
  private readonly body = h('div', { class: 'form-body' });
  private ribbon: Command[] = [];
  private ribbonAsked = 0;
  private drawn = false;

  constructor(options: FormViewOptions) {
    this.options = options;
    const panelId = newId('header-fields');
    this.headerPanel = h('div', { id: panelId, class: 'popup header-panel', hidden: true });
    this.headerButton = h('button', {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('moreHeaderFields'),
      title: t('moreHeaderFields'),
      'aria-expanded': 'false',
      'aria-controls': panelId,
      onClick: () => this.toggleHeader(this.headerPanel.hidden === true),
    }, icon('down'));
  }

  async load(): Promise<void> {
    const { table, id, formId, extra } = this.options;
    const forms = table.forms.filter((form) => form.kind === 'main');
    const info = forms.find((form) => bare(form.id) === formId) ?? forms[0];
    if (!info) {
      this.element.replaceChildren(h('div', { class: 'state', role: 'alert' }, h('p', {}, t('noForm', table.displayName))));
      return;
    }
    this.element.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    const form = new Form(table, info, id, extra, this.host());
    this.form = form;
    this.build(form, forms);
    this.tabRow.hidden = form.tabs.length < 2;
    this.tabLine.replaceChildren(this.tabRow, ...this.relatedSelector(form));
    this.tabLine.hidden = this.tabLine.children.length < 2 && this.tabRow.hidden;
    try {
      await form.load(() => {
        this.element.replaceChildren(this.bar.element, this.notes, this.header(), this.tabLine, this.body);
        this.drawn = true;
        this.arrange(true);
      });
    } catch (reason) {
      this.failed(reason);
      return;
    }
    this.arrange(true);
    this.options.moved(form);
  }

  /** Asks what to do with unsaved changes; resolves with whether the view may be left. */
  async mayLeave(): Promise<boolean> {
    const { form } = this;
    if (!form) return true;
    form.commitFocused();
    if (!form.wouldLose) return true;
    const answer = await ask<'save' | 'discard' | 'stay'>({
      title: t('unsavedTitle'),
      content: [h('p', {}, t('unsavedText'))],
      buttons: [
        { label: t('saveAndContinue'), value: 'save', primary: true },
        { label: t('leave'), value: 'discard' },
        { label: t('stay'), value: 'stay' },
      ],
      escape: 'stay',
    });
    if (answer === 'save') return (await form.save()).ok && await form.saveNotes();
    if (answer === 'discard') form.discard();
    return answer === 'discard';
  }

  /** Handles the keys of a model-driven app's form. */
  onKey(event: KeyboardEvent): boolean {
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && event.code === 'KeyS') return this.run('save');
    if (event.altKey && !control && event.code === 'KeyS') return this.run('saveclose');
    if (event.altKey && !control && event.code === 'KeyN') return this.run('new');
    return false;
  }

  private run(id: string): boolean {
    this.bar.run(id);
    return true;
  }

  private host(): FormHost {
    return {
      kind: this.options.kind,
      close: () => void this.close(),
      changed: (ribbon = false) => this.arrange(ribbon),
      created: (form) => this.options.moved(form),
    };
  }

  private async close(): Promise<void> {
    if (await this.mayLeave()) this.options.leave();
  }

  private build(form: Form, forms: FormInfo[]): void {
    this.body.replaceChildren(...form.tabs.map((tab) => tab.panel));
    for (const tab of form.tabs) tab.button.addEventListener('click', () => form.showTab(tab));
    this.tabRow.replaceChildren(...form.tabs.map((tab) => tab.button));
    this.tabRow.addEventListener('keydown', (event) => this.onTabKey(event, form));
    this.headerPanel.replaceChildren(...form.headerControls.map((control) => control.element));
    this.subtitle.replaceChildren(form.table.displayName);
    if (forms.length < 2) return;
    const select = h('select', {
      class: 'form-selector',
      'aria-label': t('form'),
      onChange: () => void this.changeForm(select.value),
    }, ...forms.map((candidate) => h('option', { value: candidate.id, selected: candidate === form.info }, candidate.name)));
    this.subtitle.append(' · ', select);
  }

  /** The tables whose rows point at the record, in a list behind the tabs. */
  private relatedSelector(form: Form): HTMLElement[] {
    const related = relatedOf(form);
    const hasAudit = form.table.isAudited && mayReadAudit();
    if ((related.length === 0 && !hasAudit) || this.options.kind !== 'page') return [];
    const select = h('select', {
      class: 'tab related',
      'aria-label': t('related'),
      disabled: form.id === null,
      onChange: () => {
        const { value } = select;
        const one = related.find((candidate) => candidate.navigation === value);
        select.value = '';
        const shown = one ? this.showRelated(form, one) : value === auditHistory ? this.showAudit(form) : Promise.resolve();
        shown.catch((reason: unknown) => void errorDialog(t('related'), reason instanceof Error ? reason.message : String(reason)));
      },
    }, h('option', { value: '' }, t('related')),
    ...related.map((one) => h('option', { value: one.navigation }, tableSummary(one.table).collectionName)),
    ...(hasAudit ? [h('option', { value: auditHistory }, t('auditHistory'))] : []));
    this.nameTwins(form, select).catch(showScriptError);
    return [select];
  }

  /** Two relationships with one table are told apart by their lookups, or by their own names. */
  private async nameTwins(form: Form, select: HTMLSelectElement): Promise<void> {
    const related = relatedOf(form);
    for (const one of related) {
      if (related.filter((other) => other.table === one.table).length < 2) continue;
      const table = await loadTable(one.table);
      const option = [...select.options].find((candidate) => candidate.value === one.navigation);
      if (option) option.text = `${table.collectionName} (${'column' in one ? table.columns[one.column]?.label ?? one.column : one.navigation})`;
    }
  }

  private async showRelated(form: Form, one: ChildInfo | TieInfo): Promise<void> {
    const table = await loadTable(one.table);
    await this.showBehind(form, table.collectionName, {
      id: 'related', kind: 'subgrid', disabled: false,
      parameters: {
        TargetEntityType: one.table, RelationshipName: one.name, RecordsPerPage: '25', ...('ordinal' in one ? { RelationshipRoleOrdinal: String(one.ordinal) } : {}),
      },
    });
  }

  private showAudit(form: Form): Promise<void> {
    return this.showBehind(form, t('auditHistory'), { id: 'audithistory', kind: 'audithistory', disabled: false, parameters: {} });
  }

  /** Opens a tab behind the form's own, with one control in it. */
  private async showBehind(form: Form, label: string, control: ControlInfo): Promise<void> {
    form.relatedTab?.button.remove();
    form.relatedTab?.panel.remove();
    const cell = { id: 'related', label, showLabel: false, visible: true, colspan: 1, rowspan: 1, control };
    const section = { id: 'related', name: 'related', label, showLabel: false, visible: true, columns: 1, rows: [[cell]] };
    const tab = new FormTab(
      { id: 'related', name: 'related', label, visible: true, expanded: true, showLabel: true, columns: [{ width: '100%', sections: [section] }] },
      (each) => control.kind === 'subgrid' ? new SubgridControl(each, control, form) : new AuditHistoryControl(each, control, form));
    form.showTab(form.tabs[0] ?? tab, false);
    form.relatedTab = tab;
    tab.button.addEventListener('click', () => form.showTab(tab));
    this.tabRow.hidden = false;
    this.tabRow.append(tab.button);
    this.body.append(tab.panel);
    form.showTab(tab);
    tab.button.focus();
    tab.button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    for (const each of tab.controls) if (each instanceof SubgridControl || each instanceof AuditHistoryControl) await each.load();
  }

  private async changeForm(id: string): Promise<void> {
    if (!await this.mayLeave()) return;
    this.drawn = false;
    this.options.formId = bare(id);
    this.options.id = this.form?.id ?? this.options.id;
    await this.load();
  }

  private header(): HTMLElement {
    const hasFields = (this.form?.headerControls.length ?? 0) > 0;
    const panel = h('div', {
      class: 'popup-owner header-fields',
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || this.headerPanel.hidden) return;
        event.stopPropagation();
        this.toggleHeader(false);
        this.headerButton.focus();
      },
      onFocusOut: (event: FocusEvent) => {
        if (!(event.relatedTarget instanceof Node) || !panel.contains(event.relatedTarget)) this.toggleHeader(false);
      },
      onMouseDown: (event: MouseEvent) => {
        // A press beside the fields must not take the focus away, or the panel would close on it.
        if (event.target instanceof Element && !event.target.closest('a, button, input, select, textarea')) event.preventDefault();
      },
    }, this.summary, this.headerButton, this.headerPanel);
    return h('div', { class: 'form-header' },
      h('div', { class: 'form-titles' }, h('div', { class: 'form-title-line' }, this.title, this.state), this.subtitle),
      hasFields && panel);
  }

  private toggleHeader(open: boolean): void {
    this.headerPanel.hidden = !open;
    this.headerButton.setAttribute('aria-expanded', String(open));
    if (open) this.form?.headerControls.find((control) => control.visible)?.focus();
  }

  private onTabKey(event: KeyboardEvent, form: Form): void {
    const tabs = form.tabs.concat(form.relatedTab ?? []).filter((tab) => tab.visible);
    const at = tabs.findIndex((tab) => tab.open);
    const target: FormTab | undefined = event.key === 'ArrowRight' ? tabs[(at + 1) % tabs.length]
      : event.key === 'ArrowLeft' ? tabs[(at - 1 + tabs.length) % tabs.length]
        : event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : undefined;
    if (!target) return;
    event.preventDefault();
    form.showTab(target);
    target.button.focus();
  }

  /** Brings everything outside the fields up to date. */
  private arrange(ribbon: boolean): void {
    const { form } = this;
    if (!form || !this.drawn) return;
    this.title.textContent = form.title;
    const state = form.isSaving ? 'saving' : form.isDirty || form.id === null ? 'unsaved' : 'saved';
    this.state.dataset['state'] = state;
    this.state.textContent = `- ${t(state)}`;
    document.title = this.options.kind === 'page' ? `${form.isDirty ? '* ' : ''}${form.table.displayName}: ${form.title}` : document.title;
    this.summary.replaceChildren(...form.headerControls.filter((control) => control.visible).slice(0, 4).map((control) =>
      h('div', { class: 'summary-item', 'data-id': control.name },
        h('div', { class: 'summary-value' }, form.displayText(control.attribute)),
        h('div', { class: 'summary-label' }, control.label))));
    for (const tab of form.tabs) {
      tab.button.hidden = !tab.visible;
      if (!tab.visible) tab.panel.hidden = true;
    }
    this.arrangeNotes(form);
    this.arrangeCommands(form);
    if (!ribbon) return;
    const mine = ++this.ribbonAsked;
    ribbonCommands({ table: form.table, location: 'form', form }).then((commands) => {
      if (mine !== this.ribbonAsked) return;
      this.ribbon = commands;
      this.arrangeCommands(form);
    }).catch(showScriptError);
  }

  private arrangeNotes(form: Form): void {
    const standing = form.isInactive ? t('inactive', form.displayTextOf('statecode')) : form.isReadOnly ? t('notAllowed') : null;
    const order = { ERROR: 0, WARNING: 1, INFO: 2 };
    const notes = [...form.notifications].sort(([, one], [, other]) => order[one.level] - order[other.level]);
    this.notes.hidden = notes.length === 0 && standing === null;
    this.notes.replaceChildren(
      ...notes.map(([id, note]) => h('div', {
        class: `form-note ${note.level.toLowerCase()}`, role: note.level === 'ERROR' ? 'alert' : 'status',
      },
      icon(note.level === 'ERROR' ? 'error' : note.level === 'WARNING' ? 'warning' : 'info'),
      h('span', { class: 'form-note-text' }, note.text),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': t('dismiss'), title: t('dismiss'), onClick: () => form.notify(id, null) }, icon('close')))),
      ...(standing === null ? [] : [h('div', { class: 'form-note info', role: 'status' }, icon('lock'), h('span', { class: 'form-note-text' }, standing))]),
    );
  }

  private arrangeCommands(form: Form): void {
    const { table } = form;
    const isPage = this.options.kind === 'page';
    const writable = !form.isReadOnly;
    const states = table.columns['statecode']?.options ?? [];
    this.bar.show([
      { id: 'back', label: isPage ? t('back') : t('close'), icon: isPage ? 'back' : 'close', iconOnly: true, run: () => void this.leave() },
      ...(writable ? [
        { id: 'save', label: t('save'), icon: 'save', toolTip: `${t('save')} (Ctrl+S)`, keys: 'Control+S', disabled: form.isSaving, run: () => void this.save() },
        {
          id: 'saveclose', label: t('saveAndClose'), icon: 'saveClose', toolTip: `${t('saveAndClose')} (Alt+S)`, keys: 'Alt+S',
          disabled: form.isSaving, run: () => void this.saveAndClose(),
        },
      ] : []),
      ...(isPage && may('Create', table) ? [{
        id: 'new', label: t('new'), icon: 'add', toolTip: `${t('new')} (Alt+N)`, keys: 'Alt+N',
        run: () => void navigator().go({ pageType: 'entityrecord', table: table.logicalName, id: null, form: null, extra: {} }),
      }] : []),
      ...this.ribbon,
      ...(form.id !== null && writable && states.length > 1
        ? [{ id: 'deactivate', label: t('deactivate'), icon: 'deactivate', run: () => void this.setState(form, 1) }] : []),
      ...(form.isInactive && may('Write', table)
        ? [{ id: 'activate', label: t('activate'), icon: 'activate', run: () => void this.setState(form, 0) }] : []),
      ...(form.id !== null && may('Delete', table)
        ? [{ id: 'delete', label: t('delete'), icon: 'remove', run: () => void this.remove(form) }] : []),
      ...(form.id !== null ? [{ id: 'refresh', label: t('refresh'), icon: 'refresh', run: () => void this.refresh(form) }] : []),
    ]);
  }

  private async leave(): Promise<void> {
    if (this.options.kind === 'page') navigator().back();
    else await this.close();
  }

  private async save(): Promise<void> {
    this.form?.commitFocused();
    await this.form?.save();
  }

  private async saveAndClose(): Promise<void> {
    this.form?.commitFocused();
    if ((await this.form?.save(2))?.ok) this.options.leave();
  }

  private async refresh(form: Form): Promise<void> {
    if (!await this.mayLeave()) return;
    await form.refresh(false).catch((reason: unknown) => this.failed(reason));
  }

  private async remove(form: Form): Promise<void> {
    if (form.id === null || !await deleteRows(form.table, [form.reference])) return;
    form.discard();
    this.options.leave();
  }

  /** Activates or deactivates, with a status reason where there is a choice of several. */
  private async setState(form: Form, state: 0 | 1): Promise<void> {
    if (form.id === null || !await this.mayLeave()) return;
    const status = form.table.columns['statuscode'];
    const from = status?.options?.find((option) => option.value === form.row['statuscode']);
    const offered: OptionInfo[] = (status?.options ?? []).filter((option) => option.state === state
      && (!form.table.enforcesStateTransitions || (from?.transitions ?? []).includes(option.value)));
    const select = h('select', { class: 'input', 'aria-label': t('statusReason') },
      ...offered.map((option) => h('option', { value: option.value }, option.label)));
    const title = t(state === 0 ? 'activate' : 'deactivate');
    const confirmed = offered.length === 0
      ? await confirmDialog(title, t(state === 0 ? 'confirmActivate' : 'confirmDeactivate', form.table.displayName), title)
      : await ask({
        title,
        content: [h('p', {}, t(state === 0 ? 'confirmActivate' : 'confirmDeactivate', form.table.displayName)), select],
        buttons: [{ label: title, value: true, primary: true }, { label: t('cancel'), value: false }],
        escape: false,
      });
    if (!confirmed) return;
    try {
      await updateRow(form.table.entitySetName, form.id, {
        statecode: state, ...(select.value === '' ? {} : { statuscode: Number(select.value) }),
      });
      await form.refresh(false);
      this.arrange(true);
    } catch (reason) {
      await errorDialog(t('businessError'), reason instanceof Error ? reason.message : String(reason), reason instanceof WebApiError ? reason.details : '');
    }
  }

  private failed(reason: unknown): void {
    const gone = reason instanceof WebApiError && reason.status === 404;
    const barred = reason instanceof WebApiError && reason.status === 403;
    this.element.replaceChildren(h('div', { class: 'state', role: 'alert' },
      icon('error'),
      h('p', {}, gone ? t('recordGone') : barred ? t('recordBarred') : t('loadFailed')),
      h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason)),
      h('button', { type: 'button', class: 'button', onClick: () => void this.load() }, t('tryAgain'))));
  }
}

/** The relationships whose rows can be listed beside the form: those with a table that the user can read. */
function relatedOf(form: Form): (ChildInfo | TieInfo)[] {
  return [...form.table.children, ...form.table.ties].filter((one) => tableSummary(one.table).canRead);
}
