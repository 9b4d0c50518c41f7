import type { ColumnInfo, TableInfo, ViewColumnInfo } from '../data/contract.ts';
import { isLookup, property } from '../data/metadata.ts';
import { fetchRows, formatted } from '../data/web-api.ts';
import { ask } from './dialogs.ts';
import { h, newId } from './dom.ts';
import { t } from './strings.ts';

/** A condition on a column of a view, with the words that say it. */
export interface ColumnFilter {
  column: string;
  operator: string;
  value?: string;
  label: string;
}

type Key = Parameters<typeof t>[0];

interface Operator {
  id: string;
  label: Key;
  /** Whether it is asked for a value. */
  takes: boolean;
}

const equal: Operator = { id: 'eq', label: 'opEqual', takes: true };
const notEqual: Operator = { id: 'ne', label: 'opNotEqual', takes: true };
const empty: Operator[] = [{ id: 'not-null', label: 'opFilled', takes: false }, { id: 'null', label: 'opEmpty', takes: false }];

function operatorsOf(column: ColumnInfo): Operator[] {
  switch (column.type) {
    case 'text': case 'memo':
      return [{ id: 'contains', label: 'opContains', takes: true }, equal, notEqual, { id: 'begins', label: 'opBegins', takes: true }, ...empty];
    case 'integer': case 'bigInteger': case 'decimal': case 'float': case 'money':
      return [equal, notEqual, { id: 'gt', label: 'opGreater', takes: true }, { id: 'ge', label: 'opAtLeast', takes: true },
        { id: 'lt', label: 'opLess', takes: true }, { id: 'le', label: 'opAtMost', takes: true }, ...empty];
    case 'dateTime':
      return [{ id: 'on', label: 'opOn', takes: true }, { id: 'on-or-after', label: 'opOnOrAfter', takes: true }, { id: 'on-or-before', label: 'opOnOrBefore', takes: true },
        { id: 'today', label: 'opToday', takes: false }, { id: 'this-month', label: 'opThisMonth', takes: false }, ...empty];
    case 'image': case 'file':
      return empty;
    default:
      return [equal, notEqual, ...empty];
  }
}

/** Columns of the view that can be filtered: those of its own table. */
export function filterable(table: TableInfo, columns: ViewColumnInfo[]): ViewColumnInfo[] {
  return columns.filter((column) => {
    const own = table.columns[column.name];
    return own !== undefined && own.type !== 'primaryKey' && own.type !== 'uniqueIdentifier' && own.type !== 'other' && own.type !== 'choices';
  });
}

/** Asks for a filter on one of the columns; null for none, 'clear' to take the column's filter away. */
export async function askFilter(
  table: TableInfo, columns: ViewColumnInfo[], chosen: string, present: ColumnFilter[],
): Promise<ColumnFilter | { clear: string } | null> {
  const column = h('select', { class: 'input', id: newId('filter-column'), onChange: () => void arrange() },
    ...columns.map((each) => h('option', { value: each.name, selected: each.name === chosen }, each.label)));
  const operator = h('select', { class: 'input', id: newId('filter-operator'), onChange: () => void arrangeValue() });
  const place = h('div', { class: 'filter-value' });
  const problem = h('p', { class: 'note error', role: 'alert', hidden: true });
  let value: HTMLInputElement | HTMLSelectElement | null = null;
  let asked = 0;

  const own = (): ColumnInfo | undefined => table.columns[column.value];
  const chosenOperator = (): Operator | undefined => own() && operatorsOf(own() as ColumnInfo).find((each) => each.id === operator.value);

  const arrange = async (): Promise<void> => {
    const info = own();
    const before = present.find((filter) => filter.column === column.value);
    operator.replaceChildren(...(info ? operatorsOf(info) : []).map((each) => h('option', { value: each.id, selected: each.id === idOf(before) }, t(each.label))));
    await arrangeValue();
  };
  const arrangeValue = async (): Promise<void> => {
    const mine = ++asked;
    const info = own();
    problem.hidden = true;
    if (!info || !chosenOperator()?.takes) {
      value = null;
      place.replaceChildren();
      return;
    }
    const made = await valueInput(table, info);
    if (mine !== asked) return;
    value = made;
    place.replaceChildren(h('label', { for: made.id }, t('filterValue')), made);
  };

  await arrange();
  for (;;) {
    const answer = await ask<'apply' | 'clear' | null>({
      title: t('filterTitle'),
      content: [h('div', { class: 'filter-form' }, h('label', { for: column.id }, t('filterColumn')), column, h('label', { for: operator.id }, t('filterOperator')), operator, place, problem)],
      buttons: [
        { label: t('filterApply'), value: 'apply', primary: true },
        ...(present.length > 0 ? [{ label: t('filterClear'), value: 'clear' as const }] : []),
        { label: t('cancel'), value: null },
      ],
      escape: null,
    });
    if (answer === null) return null;
    if (answer === 'clear') return { clear: column.value };
    const filter = read();
    if (filter) return filter;
    problem.textContent = t('filterIncomplete');
    problem.hidden = false;
  }

  function read(): ColumnFilter | null {
    const kind = chosenOperator();
    const name = column.selectedOptions[0]?.text ?? column.value;
    if (!kind) return null;
    if (!kind.takes) return { column: column.value, operator: kind.id, label: `${name} ${t(kind.label)}` };
    const text = value?.value.trim() ?? '';
    if (text === '' || (value instanceof HTMLInputElement && value.validity.badInput)) return null;
    const shown = value instanceof HTMLSelectElement ? value.selectedOptions[0]?.text ?? text : text;
    const pattern = text.replace(/[[%_]/g, '[$&]');
    const label = `${name} ${t(kind.label)} ${shown}`;
    if (kind.id === 'contains') return { column: column.value, operator: 'like', value: `%${pattern}%`, label };
    if (kind.id === 'begins') return { column: column.value, operator: 'like', value: `${pattern}%`, label };
    return { column: column.value, operator: kind.id, value: text, label };
  }
}

function idOf(filter: ColumnFilter | undefined): string | undefined {
  return filter?.operator === 'like' ? (filter.value?.startsWith('%') ? 'contains' : 'begins') : filter?.operator;
}

async function valueInput(table: TableInfo, column: ColumnInfo): Promise<HTMLInputElement | HTMLSelectElement> {
  const id = newId('filter-value');
  if (column.options) return h('select', { class: 'input', id }, ...column.options.map((option) => h('option', { value: option.value }, option.label)));
  if (isLookup(column)) {
    const rows = (await fetchRows(table.entitySetName,
      `<fetch distinct="true" count="200"><entity name="${table.logicalName}"><attribute name="${column.logicalName}" /><filter><condition attribute="${column.logicalName}" operator="not-null" /></filter></entity></fetch>`)).rows;
    const name = property(column);
    return h('select', { class: 'input', id }, ...rows.map((row) => h('option', { value: String(row[name]) }, formatted(row, name) ?? String(row[name]))));
  }
  switch (column.type) {
    case 'dateTime':
      return h('input', { class: 'input', id, type: 'date' });
    case 'integer': case 'bigInteger': case 'decimal': case 'float': case 'money':
      return h('input', { class: 'input', id, type: 'number', step: 'any' });
    default:
      return h('input', { class: 'input', id, type: 'text', autocomplete: 'off' });
  }
}
