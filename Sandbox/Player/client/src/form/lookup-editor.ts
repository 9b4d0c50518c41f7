import type { TableInfo, ViewInfo } from '../data/contract.ts';
import { changeFetch, quickFindColumns } from '../data/fetch-xml.ts';
import { loadTable, may, tableSummary } from '../data/metadata.ts';
import { braced, type LookupValue, type Value } from '../data/values.ts';
import { fetchRows, formatted, type Row } from '../data/web-api.ts';
import { h, icon, newId, tableIcon } from '../ui/dom.ts';
import { announce } from '../ui/dialogs.ts';
import { recordUrl } from '../ui/routes.ts';
import { t } from '../ui/strings.ts';
import type { Editor, EditorContext } from './editors.ts';

const pageSize = 10;

export interface LookupContext extends EditorContext {
  open(value: LookupValue): void;
  /** Offers a quick-create form; resolves with what was created. */
  create(table: TableInfo): Promise<LookupValue | null>;
}

/** Finds rows to choose from, by the table's lookup view and the columns its quick find searches. */
export async function findRows(table: TableInfo, text: string): Promise<{ value: LookupValue; detail: string }[]> {
  const view = lookupView(table);
  if (!view) return [];
  const quickFind = table.views.find((candidate) => candidate.queryType === 4);
  const searched = quickFind ? quickFindColumns(quickFind.fetch) : [];
  const columns = searched.length > 0 ? searched : table.primaryName ? [table.primaryName] : [];
  const { rows } = await fetchRows(table.entitySetName, changeFetch(view.fetch, {
    pageSize,
    columns: [table.primaryId, ...(table.primaryName ? [table.primaryName] : [])],
    ...(text === '' ? {} : { search: { columns, text } }),
  }));
  const second = view.columns.find((column) => column.name !== table.primaryName);
  return rows.map((row) => ({ value: lookupValueOf(table, row), detail: second ? cellText(row, second.name) : '' }));
}

export function lookupValueOf(table: TableInfo, row: Row): LookupValue {
  return {
    id: braced(String(row[table.primaryId])),
    name: table.primaryName ? String(row[table.primaryName] ?? '') : '',
    entityType: table.logicalName,
  };
}

function cellText(row: Row, column: string): string {
  return formatted(row, column) ?? formatted(row, `_${column}_value`) ?? String(row[column] ?? '');
}

function lookupView(table: TableInfo): ViewInfo | undefined {
  const kind = (type: number): ViewInfo | undefined =>
    table.views.find((view) => view.queryType === type && view.isDefault) ?? table.views.find((view) => view.queryType === type);
  return kind(64) ?? kind(0) ?? kind(4) ?? plainView(table);
}

/** A table without views (a system table) is listed by its name. */
function plainView(table: TableInfo): ViewInfo | undefined {
  if (!table.primaryName) return undefined;
  return {
    id: '',
    name: '',
    queryType: 64,
    isDefault: true,
    columns: [],
    fetch: `<fetch><entity name="${table.logicalName}"><attribute name="${table.primaryId}"/>`
      + `<attribute name="${table.primaryName}"/><order attribute="${table.primaryName}"/></entity></fetch>`,
  };
}

export function lookupEditor(context: LookupContext): Editor {
  const { column } = context;
  const listId = newId('lookup');
  let disabled = false;
  let value: LookupValue | null = null;
  let asked = 0;
  let choices: { value: LookupValue; detail: string }[] = [];
  let creators: TableInfo[] = [];
  let active = -1;
  let timer = 0;

  const input = h('input', {
    type: 'text',
    role: 'combobox',
    class: 'input',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-labelledby': context.labelId,
    onInput: () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void look(), 200);
    },
    onClick: () => {
      if (!disabled && list.hidden) void look();
    },
    onKeyDown: (event: KeyboardEvent) => onKey(event),
  });
  const list = h('div', { id: listId, role: 'listbox', class: 'popup lookup-list', 'aria-labelledby': context.labelId, hidden: true });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  const link = h('a', {
    class: 'lookup-link',
    href: '#',
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (value) context.open(value);
    },
  });
  const remove = h('button', {
    type: 'button',
    class: 'icon-button',
    onClick: () => {
      context.enter(null);
      input.focus();
    },
  }, icon('close'));
  const chip = h('div', { class: 'lookup-chip', hidden: true }, link, remove);
  const searchIcon = h('span', { class: 'lookup-icon' }, icon('search'));
  const element = h('div', {
    class: 'popup-owner lookup',
    onFocusOut: (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return;
      close();
      input.value = '';
    },
  }, chip, input, searchIcon, list);

  async function look(): Promise<void> {
    const mine = ++asked;
    open();
    list.replaceChildren(h('div', { class: 'popup-note' }, t('searching')));
    try {
      const tables = await Promise.all(column.targets.map((name) => loadTable(name)));
      const found = (await Promise.all(tables.map((table) => findRows(table, input.value.trim())))).flat();
      if (mine !== asked || list.hidden) return;
      choices = found;
      creators = tables.filter((table) => table.hasQuickCreate && may('Create', table));
      active = -1;
      draw();
      announce(t('results', choices.length));
    } catch (reason) {
      if (mine === asked) list.replaceChildren(h('div', { class: 'popup-note' }, reason instanceof Error ? reason.message : t('loadFailed')));
    }
  }

  function draw(): void {
    const options = choices.map((choice, index) => h('div', {
      id: `${listId}-${index}`,
      role: 'option',
      class: 'lookup-option',
      'aria-selected': 'false',
      onClick: () => choose(index),
    }, h('span', {}, choice.value.name || t('noValue')), choice.detail !== '' && h('span', { class: 'lookup-detail' }, choice.detail)));
    const makers = creators.map((table, index) => h('div', {
      id: `${listId}-${choices.length + index}`,
      role: 'option',
      class: 'lookup-option lookup-new',
      'aria-selected': 'false',
      onClick: () => choose(choices.length + index),
    }, icon('add'), h('span', {}, t('newRow', table.displayName))));
    list.replaceChildren(
      ...(choices.length === 0 ? [h('div', { class: 'popup-note' }, t('noLookupRows'))] : options),
      ...makers,
    );
  }

  function choose(index: number): void {
    close();
    input.value = '';
    const choice = choices[index];
    if (choice) {
      context.enter([choice.value]);
      link.focus();
      return;
    }
    const table = creators[index - choices.length];
    if (table) void context.create(table).then((created) => created && context.enter([created]));
  }

  function onKey(event: KeyboardEvent): void {
    const count = choices.length + creators.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (disabled) return;
      if (list.hidden) void look();
      else mark(active + (event.key === 'ArrowDown' ? 1 : -1), count);
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      if (active >= 0) choose(active);
      else if (choices.length === 1) choose(0);
    } else if (event.key === 'Enter' && !disabled) {
      event.preventDefault();
      void look();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
  }

  function mark(index: number, count: number): void {
    if (count === 0) return;
    active = (index + count) % count;
    for (const option of list.querySelectorAll('[role=option]')) {
      const on = option.id === `${listId}-${active}`;
      option.setAttribute('aria-selected', String(on));
      if (on) option.scrollIntoView({ block: 'nearest' });
    }
    input.setAttribute('aria-activedescendant', `${listId}-${active}`);
  }

  function open(): void {
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function close(): void {
    window.clearTimeout(timer);
    asked += 1;
    active = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function arrange(): void {
    chip.hidden = value === null;
    input.hidden = value !== null;
    searchIcon.hidden = value !== null || disabled;
    remove.hidden = disabled;
    input.readOnly = disabled;
    input.placeholder = disabled ? t('noValue') : t('lookFor', context.label());
    if (!value) return;
    const name = value.name || t('noValue');
    link.replaceChildren(tableIcon(tableSummary(value.entityType).icon, value.entityType === 'systemuser' ? 'person' : 'table'), name);
    link.href = recordUrl(value.entityType, value.id);
    remove.setAttribute('aria-label', t('removeValue', name));
    remove.title = t('removeValue', name);
  }

  return {
    element,
    get input() {
      return value ? link : input;
    },
    show(shown: Value) {
      value = Array.isArray(shown) ? (shown[0] as LookupValue | undefined) ?? null : null;
      arrange();
    },
    disable(now) {
      disabled = now;
      arrange();
    },
  };
}
