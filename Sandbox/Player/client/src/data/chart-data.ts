import { t, currentLocale } from '../ui/strings.ts';
import type { Drill } from '../ui/routes.ts';
import type { ChartInfo, ColumnInfo, TableInfo, ViewInfo } from './contract.ts';
import { chartFetch, type FetchChange, groupsOf, isOrdered } from './fetch-xml.ts';
import { bare } from './values.ts';
import { fetchRows, formatted, type Row } from './web-api.ts';

/** What a chart draws: categories along the axis, and for each series a value per category. */
export interface ChartData {
  title: string;
  type: string;
  categories: ChartCategory[];
  series: ChartSeries[];
}

export interface ChartCategory {
  label: string;
  drill: Drill;
}

export interface ChartSeries {
  name: string;
  color: string | null;
  values: (number | null)[];
  /** The conditions its own group adds. */
  conditions: Drill['conditions'];
}

interface Group {
  alias: string;
  column: ColumnInfo;
  part: string | null;
}

/** One value of a group: how it reads, where it sorts, and which rows it stands for. */
interface Member {
  key: string;
  label: string;
  rank: number | string;
  conditions: Drill['conditions'];
}

export async function loadChart(table: TableInfo, chart: ChartInfo, view: ViewInfo, change: FetchChange): Promise<ChartData> {
  const groups = groupsOf(chart.fetch);
  const fetch = chartFetch(chart.fetch, view.fetch, groups.flatMap((group) => largerParts(group)), change);
  const { rows } = await fetchRows(table.entitySetName, fetch);
  const known = groups.flatMap(({ alias, column, part }) => {
    const found = table.columns[column];
    return found ? [{ alias, column: found, part }] : [];
  });
  return shape(chart, known, rows, isOrdered(chart.fetch));
}

/** A day is a day of a month of a year: the parts that make the part of a date a period of its own. */
function largerParts({ alias, column, part }: { alias: string; column: string; part: string | null }): { column: string; part: string; alias: string }[] {
  const parts = part === null || part === 'year' ? [] : part === 'day' ? ['year', 'month'] : ['year'];
  return parts.map((larger) => ({ column, part: larger, alias: `${alias}_${larger}` }));
}

/** Turns the rows of the aggregate query into categories and series. */
export function shape(chart: ChartInfo, groups: Group[], rows: Row[], ordered: boolean): ChartData {
  const category = groups.find((group) => group.alias === chart.category);
  if (!category) throw new Error(`The chart '${chart.name}' groups by nothing called '${chart.category}'.`);
  const second = groups.find((group) => group !== category);
  const categories = membersOf(category, rows, ordered && category.part === null);
  const split = second ? membersOf(second, rows, false) : null;
  const series: ChartSeries[] = [];
  for (const measure of chart.measures) {
    const valuesOf = (belongs: (row: Row) => boolean): (number | null)[] => categories.map((member) => {
      const row = rows.find((candidate) => keyOf(category, candidate) === member.key && belongs(candidate));
      const value = row?.[measure.alias];
      return typeof value === 'number' ? value : null;
    });
    if (split && second) {
      split.forEach((member, index) => series.push({
        name: member.label,
        color: measure.colors[index % Math.max(measure.colors.length, 1)] ?? null,
        values: valuesOf((row) => keyOf(second, row) === member.key),
        conditions: member.conditions,
      }));
    } else {
      series.push({ name: chart.measures.length > 1 ? measure.alias : chart.name, color: measure.colors[0] ?? null, values: valuesOf(() => true), conditions: [] });
    }
  }
  return {
    title: chart.name,
    type: chart.measures[0]?.type ?? 'Column',
    categories: categories.map((member) => ({ label: member.label, drill: { label: `${category.column.label}: ${member.label}`, conditions: member.conditions } })),
    series,
  };
}

function membersOf(group: Group, rows: Row[], ordered: boolean): Member[] {
  const members = new Map<string, Member>();
  for (const row of rows) {
    const key = keyOf(group, row);
    if (!members.has(key)) members.set(key, memberOf(group, key, row));
  }
  const all = [...members.values()];
  if (ordered) return all;
  return all.sort((one, other) => typeof one.rank === 'number' && typeof other.rank === 'number'
    ? one.rank - other.rank
    : String(one.rank).localeCompare(String(other.rank), currentLocale()));
}

function keyOf({ alias, part }: Group, row: Row): string {
  const value = row[alias];
  if (value === null || value === undefined) return '';
  return part === null ? String(value) : [row[`${alias}_year`] ?? '', row[`${alias}_month`] ?? '', value].map(String).join('-');
}

function memberOf(group: Group, key: string, row: Row): Member {
  const { alias, column, part } = group;
  const name = column.logicalName;
  if (key === '') return { key, label: t('blank'), rank: column.type === 'text' ? '' : -Infinity, conditions: [{ column: name, operator: 'null' }] };
  const value = row[alias];
  if (part !== null) return periodOf(name, part, key, Number(row[`${alias}_year`] ?? value), Number(row[`${alias}_month`] ?? 1), Number(value));
  if (column.type === 'dateTime') {
    const day = String(value).slice(0, 10);
    return { key, label: formatted(row, alias) ?? day, rank: Date.parse(String(value)), conditions: [{ column: name, operator: 'on', value: day }] };
  }
  const label = formatted(row, alias) ?? String(value);
  const place = column.options?.findIndex((option) => option.value === Number(value)) ?? -1;
  return {
    key,
    label,
    rank: place >= 0 ? place : typeof value === 'number' ? value : label,
    conditions: [{ column: name, operator: 'eq', value: column.type === 'boolean' ? (value === true ? '1' : '0') : bare(String(value)) }],
  };
}

function periodOf(column: string, part: string, key: string, year: number, month: number, value: number): Member {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  const utc = (y: number, m: number, d: number): Date => new Date(Date.UTC(y, m, d));
  const text = (date: Date, options: Intl.DateTimeFormatOptions): string => date.toLocaleDateString(currentLocale(), { ...options, timeZone: 'UTC' });
  let first: Date;
  let last: Date;
  let label: string;
  switch (part) {
    case 'day':
      first = last = utc(year, month - 1, value);
      label = text(first, {});
      break;
    case 'week': {
      // Weeks begin on Sunday; the first and the last of a year are cut off by the year.
      const firstSunday = utc(year, 0, 1 - utc(year, 0, 1).getUTCDay());
      first = new Date(Math.max(firstSunday.getTime() + (value - 1) * 7 * 86_400_000, utc(year, 0, 1).getTime()));
      last = new Date(Math.min(firstSunday.getTime() + (value * 7 - 1) * 86_400_000, utc(year, 11, 31).getTime()));
      label = t('weekOf', value, year);
      break;
    }
    case 'month':
      first = utc(year, value - 1, 1);
      last = utc(year, value, 0);
      label = text(first, { year: 'numeric', month: 'short' });
      break;
    case 'quarter':
      first = utc(year, (value - 1) * 3, 1);
      last = utc(year, value * 3, 0);
      label = t('quarterOf', value, year);
      break;
    default:
      first = utc(value, 0, 1);
      last = utc(value, 11, 31);
      label = String(value);
  }
  return {
    key,
    label,
    rank: first.getTime(),
    conditions: [{ column, operator: 'on-or-after', value: day(first) }, { column, operator: 'on-or-before', value: day(last) }],
  };
}
