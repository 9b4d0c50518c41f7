import { loadTable } from '../data/metadata.ts';
import type { LookupValue } from '../data/values.ts';
import { findRows } from '../form/lookup-editor.ts';
import { h, newId } from './dom.ts';
import { t } from './strings.ts';

/** Lets a person choose one row; resolves with it, or with nothing. */
export async function lookupDialog(tableNames: string[], searchText: string): Promise<LookupValue[]> {
  const tables = await Promise.all(tableNames.map((name) => loadTable(name)));
  const what = tables.map((table) => table.collectionName).join(', ');
  return new Promise((resolve) => {
    const titleId = newId('lookup-title');
    const list = h('div', { class: 'lookup-results' });
    const input = h('input', { type: 'search', class: 'input', value: searchText, 'aria-label': t('lookFor', what), onInput: () => void draw() });
    const close = (chosen: LookupValue[]): void => {
      dialog.close();
      dialog.remove();
      resolve(chosen);
    };
    let asked = 0;
    const draw = async (): Promise<void> => {
      const mine = ++asked;
      const found = (await Promise.all(tables.map((table) => findRows(table, input.value.trim())))).flat();
      if (mine !== asked) return;
      list.replaceChildren(...(found.length === 0 ? [h('p', { class: 'state-detail' }, t('noLookupRows'))]
        : found.map(({ value, detail }) => h('button', { type: 'button', class: 'lookup-option', onClick: () => close([value]) },
          h('span', {}, value.name || t('noValue')), detail !== '' && h('span', { class: 'lookup-detail' }, detail)))));
    };
    const dialog = h('dialog', {
      class: 'dialog',
      'aria-labelledby': titleId,
      onCancel: (event: Event) => {
        event.preventDefault();
        close([]);
      },
    },
    h('h2', { id: titleId, class: 'dialog-title' }, t('lookFor', what)),
    h('div', { class: 'dialog-body' }, input, list),
    h('div', { class: 'dialog-buttons' }, h('button', { type: 'button', class: 'button', onClick: () => close([]) }, t('cancel'))));
    document.body.append(dialog);
    dialog.showModal();
    void draw();
  });
}
