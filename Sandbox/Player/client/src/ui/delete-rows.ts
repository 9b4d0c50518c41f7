import type { TableInfo } from '../data/contract.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { deleteRow, WebApiError } from '../data/web-api.ts';
import { confirmDialog, errorDialog } from './dialogs.ts';
import { t } from './strings.ts';

/** Asks, then deletes. Resolves with whether anything may have changed. */
export async function deleteRows(table: TableInfo, rows: LookupValue[]): Promise<boolean> {
  const text = rows.length === 1 ? t('confirmDelete', table.displayName) : t('confirmDeleteMany', rows.length);
  if (!await confirmDialog(t('confirmDeleteTitle'), text, t('delete'))) return false;
  try {
    for (const row of rows) await deleteRow(table.entitySetName, bare(row.id));
  } catch (reason) {
    await errorDialog(t('businessError'), reason instanceof Error ? reason.message : String(reason), reason instanceof WebApiError ? reason.details : '');
    return rows.length > 1;
  }
  return true;
}
