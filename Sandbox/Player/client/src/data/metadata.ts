import { send } from './web-api.ts';
import type { AppInfo, AuditInfo, ColumnInfo, DashboardInfo, TableInfo, TableSummary } from './contract.ts';

/** The app and its tables, fetched once. */

let current: AppInfo | null = null;
const tables = new Map<string, Promise<TableInfo>>();

async function describe<T>(path: string): Promise<T> {
  return (await send('GET', path)).json() as Promise<T>;
}

export async function loadApp(): Promise<AppInfo | null> {
  const name = new URLSearchParams(location.search).get('appname');
  const response = await fetch(name ? `/player/app?appname=${encodeURIComponent(name)}` : '/player/app');
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`/player/app: ${response.status}`);
  current = (await response.json()) as AppInfo;
  return current;
}

export function app(): AppInfo {
  if (!current) throw new Error('The app is not loaded.');
  return current;
}

export function tableSummary(name: string): TableSummary {
  const found = app().tables[name];
  if (!found) throw new Error(`The table '${name}' does not exist.`);
  return found;
}

export function loadTable(name: string): Promise<TableInfo> {
  let promise = tables.get(name);
  if (!promise) {
    tableSummary(name);
    promise = describe<TableInfo>(`/player/table/${name}`);
    promise.catch(() => tables.delete(name));
    tables.set(name, promise);
  }
  return promise;
}

export function loadDashboard(id: string): Promise<DashboardInfo> {
  return describe<DashboardInfo>(`/player/dashboard/${encodeURIComponent(id)}`);
}

/** A page of a record's audit history, from 1; of one column, or of all. */
export function loadAudit(table: string, id: string, column: string, page: number): Promise<AuditInfo> {
  return describe<AuditInfo>(`/player/audit/${table}/${id}?page=${page}${column === '' ? '' : `&column=${encodeURIComponent(column)}`}`);
}

/** Whether the user may see audit histories of the records that the user can read. */
export function mayReadAudit(): boolean {
  return app().currentUser.privileges.some((held) => held.name === 'prvReadRecordAuditHistory');
}

export function may(verb: 'Append' | 'Create' | 'Read' | 'Write' | 'Delete', table: TableInfo): boolean {
  const privilege = `prv${verb}${table.privilegeName}`;
  return app().currentUser.privileges.some((held) => held.name === privilege);
}

export function isLookup(column: ColumnInfo): boolean {
  return column.type === 'lookup' || column.type === 'owner' || column.type === 'customer';
}

/** The name a column has in a row of the Web API. */
export function property(column: ColumnInfo): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}
