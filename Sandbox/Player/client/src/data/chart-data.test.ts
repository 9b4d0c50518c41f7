import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shape } from './chart-data.ts';
import type { ChartInfo, ColumnInfo } from './contract.ts';

const chart = (type = 'Column'): ChartInfo => ({ id: '1', name: 'Chart', isDefault: false, fetch: '', category: 'c', measures: [{ alias: 'm', type, colors: [] }] });

const column = (type: ColumnInfo['type'], options: ColumnInfo['options'] = undefined): ColumnInfo => ({
  logicalName: 'x', schemaName: 'x', type, typeName: type, label: 'X', required: 'none', format: '', canCreate: true, canUpdate: true, canRead: true,
  canStoreFullImage: false, targets: [], navigation: {}, ...(options ? { options } : {}),
});

const text = 'OData.Community.Display.V1.FormattedValue';

test('choices come in the order of their options, the empty one first, and lead to their rows', () => {
  const choice = column('choice', [{ value: 2, label: 'Two' }, { value: 1, label: 'One' }]);

  const data = shape(chart(), [{ alias: 'c', column: choice, part: null }], [
    { c: 1, [`c@${text}`]: 'One', m: 5 }, { m: 3 }, { c: 2, [`c@${text}`]: 'Two', m: 4 },
  ], false);

  assert.deepEqual(data.categories.map((one) => one.label), ['(blank)', 'Two', 'One']);
  assert.deepEqual(data.series.map((one) => one.values), [[3, 4, 5]]);
  assert.deepEqual(data.categories.map((one) => one.drill.conditions), [
    [{ column: 'x', operator: 'null' }], [{ column: 'x', operator: 'eq', value: '2' }], [{ column: 'x', operator: 'eq', value: '1' }],
  ]);
});

test('a second group makes a series of each of its values, with gaps where there is none', () => {
  const category = column('text');
  const split = { ...column('boolean'), logicalName: 'y' };

  const data = shape(chart('StackedColumn'), [{ alias: 'c', column: category, part: null }, { alias: 's', column: split, part: null }], [
    { c: 'a', s: false, [`s@${text}`]: 'No', m: 1 }, { c: 'b', s: true, [`s@${text}`]: 'Yes', m: 2 },
  ], false);

  assert.deepEqual(data.series.map((one) => [one.name, one.values]), [['No', [1, null]], ['Yes', [null, 2]]]);
  assert.deepEqual(data.series.map((one) => one.conditions), [[{ column: 'y', operator: 'eq', value: '0' }], [{ column: 'y', operator: 'eq', value: '1' }]]);
});

test('days of different months are periods of their own, in their order', () => {
  const data = shape(chart('Line'), [{ alias: 'c', column: column('dateTime'), part: 'day' }], [
    { c: 1, c_month: 3, c_year: 2026, m: 2 }, { c: 28, c_month: 2, c_year: 2026, m: 1 }, { c: 1, c_month: 2, c_year: 2027, m: 3 },
  ], true);

  assert.deepEqual(data.series[0]?.values, [1, 2, 3]);
  assert.deepEqual(data.categories[0]?.drill.conditions, [
    { column: 'x', operator: 'on-or-after', value: '2026-02-28' }, { column: 'x', operator: 'on-or-before', value: '2026-02-28' },
  ]);
});

test('weeks are cut off by the year, months and quarters end on their last day', () => {
  const conditions = (part: string, value: number): unknown[] => shape(chart(), [{ alias: 'c', column: column('dateTime'), part }], [{ c: value, c_year: 2026, m: 1 }], false)
    .categories[0]?.drill.conditions.map((one) => one.value) ?? [];

  assert.deepEqual(conditions('week', 1), ['2026-01-01', '2026-01-03']);
  assert.deepEqual(conditions('week', 2), ['2026-01-04', '2026-01-10']);
  assert.deepEqual(conditions('week', 53), ['2026-12-27', '2026-12-31']);
  assert.deepEqual(conditions('month', 2), ['2026-02-01', '2026-02-28']);
  assert.deepEqual(conditions('quarter', 4), ['2026-10-01', '2026-12-31']);
});

test('a chart whose category its query lacks says so', () => {
  assert.throws(() => shape(chart(), [], [], false), /groups by nothing called 'c'/);
});
