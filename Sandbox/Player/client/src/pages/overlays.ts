import type { TableInfo } from '../data/contract.ts';
import { loadTable } from '../data/metadata.ts';
import type { LookupValue } from '../data/values.ts';
import { Form } from '../form/form.ts';
import { showScriptError } from '../form/scripts.ts';
import { confirmDialog } from '../ui/dialogs.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { t } from '../ui/strings.ts';
import { FormView } from './form-view.ts';

/** Forms that are shown over the page: the quick-create flyout and the dialog. */

export async function quickCreate(table: TableInfo, defaults: Record<string, unknown>): Promise<LookupValue | null> {
  const info = table.forms.find((form) => form.kind === 'quickCreate');
  if (!info) throw new Error(`The table '${table.logicalName}' has no quick-create form.`);
  return new Promise((resolve) => {
    const titleId = newId('quick-create');
    const notes = h('div', { class: 'form-notes', hidden: true });
    const body = h('div', { class: 'flyout-body' });
    const save = h('button', { type: 'button', class: 'button primary', onClick: () => void saveAndClose() }, t('saveAndClose'));
    const dialog = h('dialog', {
      class: 'flyout',
      'aria-labelledby': titleId,
      onCancel: (event: Event) => {
        event.preventDefault();
        void cancel();
      },
      onKeyDown: (event: KeyboardEvent) => {
        const isSave = event.code === 'KeyS' && (event.ctrlKey || event.metaKey || event.altKey);
        event.stopPropagation();
        if (!isSave) return;
        event.preventDefault();
        void saveAndClose();
      },
    },
    h('div', { class: 'flyout-head' },
      h('h2', { id: titleId, class: 'flyout-title' }, t('quickCreate', table.displayName)),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': t('close'), title: t('close'), onClick: () => void cancel() }, icon('close'))),
    notes,
    body,
    h('div', { class: 'dialog-buttons' }, save, h('button', { type: 'button', class: 'button', onClick: () => void cancel() }, t('cancel'))));
    const before = document.activeElement;

    const close = (created: LookupValue | null): void => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(created);
    };
    const cancel = async (): Promise<void> => {
      form.commitFocused();
      if (!form.wouldLose || await confirmDialog(t('unsavedTitle'), t('unsavedText'), t('leave'), t('stay'))) close(null);
    };
    const saveAndClose = async (): Promise<void> => {
      form.commitFocused();
      if ((await form.save(2)).ok) close(form.saved && { ...form.saved, id: form.reference.id });
    };
    const form = new Form(table, info, null, defaults, {
      kind: 'quickCreate',
      close: () => void cancel(),
      changed: () => {
        save.disabled = form.isSaving;
        notes.hidden = form.notifications.size === 0;
        notes.replaceChildren(...[...form.notifications.values()].map((note) => h('div', {
          class: `form-note ${note.level.toLowerCase()}`, role: note.level === 'ERROR' ? 'alert' : 'status',
        }, icon(note.level === 'ERROR' ? 'error' : 'info'), h('span', { class: 'form-note-text' }, note.text))));
      },
      created: () => undefined,
    });
    document.body.append(dialog);
    dialog.showModal();
    form.load(() => {
      body.replaceChildren(...form.tabs.map((tab) => tab.panel));
      for (const tab of form.tabs) tab.panel.hidden = !tab.visible;
      form.controls.find((control) => control.isShown)?.focus();
    }).catch((reason: unknown) => {
      close(null);
      showScriptError(reason);
    });
  });
}

export async function recordDialog(
  tableName: string, id: string | null, formId: string | null, extra: Record<string, string>, title?: string,
): Promise<LookupValue[]> {
  const table = await loadTable(tableName);
  return new Promise((resolve) => {
    const before = document.activeElement;
    const view = new FormView({
      table,
      id,
      formId,
      extra,
      kind: 'dialog',
      leave: () => {
        dialog.close();
        dialog.remove();
        if (before instanceof HTMLElement && before.isConnected) before.focus();
        resolve(view.form?.saved ? [view.form.saved] : []);
      },
      moved: () => undefined,
    });
    const dialog = h('dialog', {
      class: 'record-dialog',
      'aria-label': title ?? table.displayName,
      onCancel: (event: Event) => {
        event.preventDefault();
        view.form?.host.close();
      },
      onKeyDown: (event: KeyboardEvent) => {
        event.stopPropagation();
        if (view.onKey(event)) event.preventDefault();
      },
    }, view.element);
    document.body.append(dialog);
    dialog.showModal();
    void view.load();
  });
}
