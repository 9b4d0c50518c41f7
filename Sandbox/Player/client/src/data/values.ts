import type { ColumnInfo } from './contract.ts';
import { isLookup, property } from './metadata.ts';
import type { Row } from './web-api.ts';
import { formatted } from './web-api.ts';
import { tableSummary } from './metadata.ts';

/** Column values between the Web API's JSON and the client API's types. */

export interface LookupValue {
  id: string;
  name: string;
  entityType: string;
}

export type Value = string | number | boolean | Date | number[] | LookupValue[] | null;

export function readValue(column: ColumnInfo, row: Row): Value {
  const raw = row[property(column)];
  if (isLookup(column)) {
    if (typeof raw !== 'string') return null;
    const entityType = row[`${property(column)}@Microsoft.Dynamics.CRM.lookuplogicalname`];
    return [{
      id: braced(raw),
      name: formatted(row, property(column)) ?? '',
      entityType: typeof entityType === 'string' ? entityType : column.targets[0] ?? '',
    }];
  }
  if (raw === null || raw === undefined || raw === '') return null;
  switch (column.type) {
    case 'dateTime':
      return isDateOnly(column) ? dateOf(String(raw)) : new Date(String(raw));
    case 'choices':
      return String(raw).split(',').map(Number);
    default:
      return raw as Value;
  }
}

/** The members of a request body that carry a value. */
export function writeValue(column: ColumnInfo, value: Value): Row {
  if (isLookup(column)) {
    const target = (value as LookupValue[] | null)?.[0];
    if (target) {
      const navigation = column.navigation[target.entityType] ?? column.logicalName;
      return { [`${navigation}@odata.bind`]: `/${tableSummary(target.entityType).entitySetName}(${bare(target.id)})` };
    }
    const navigation = Object.values(column.navigation)[0] ?? column.logicalName;
    return { [`${navigation}@odata.bind`]: null };
  }
  if (value instanceof Date) return { [column.logicalName]: isDateOnly(column) ? dayText(value) : value.toISOString() };
  if (column.type === 'choices') return { [column.logicalName]: value === null ? null : (value as number[]).join(',') };
  return { [column.logicalName]: value };
}

export function sameValue(one: Value, other: Value): boolean {
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return false;
    if (one.every((item) => typeof item === 'number'))
      return [...one].sort().join() === [...(other as number[])].sort().join();
    return one.every((item, index) => sameLookup(item as LookupValue, other[index] as LookupValue));
  }
  return (one ?? null) === (other ?? null);
}

function sameLookup(one: LookupValue, other: LookupValue): boolean {
  return bare(one.id) === bare(other.id) && one.entityType === other.entityType;
}

export function isDateOnly(column: ColumnInfo): boolean {
  return column.dateBehavior === 2 || (column.format === 'date' && column.dateBehavior !== 1);
}

/** A day as yyyy-mm-dd. */
export function dayText(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dateOf(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day);
}

export function bare(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

export function braced(id: string): string {
  return `{${bare(id).toUpperCase()}}`;
}
