import type { TableInfo } from '../data/contract.ts';
import type { LookupValue } from '../data/values.ts';
import type { Route } from './routes.ts';

/** What leads from one page, dialog or flyout to another. Set once by the shell. */
export interface Navigator {
  /** Goes to a page. Resolves with what was saved there, once the page is left. */
  go(route: Route): Promise<LookupValue[]>;
  /** Leaves the page for the one before. */
  back(): void;
  /** Shows a record in a dialog over the page. Resolves when it closes. */
  openDialog(table: string, id: string | null, form: string | null, extra: Record<string, string>, title?: string): Promise<LookupValue[]>;
  /** Shows the quick-create form. Resolves with what was created, null when nothing was. */
  quickCreate(table: TableInfo, defaults: Record<string, unknown>): Promise<LookupValue | null>;
  /** Reads everything shown on the page again. */
  refreshPage(): void;
}

let current: Navigator | null = null;

export function useNavigator(navigator: Navigator): void {
  current = navigator;
}

export function navigator(): Navigator {
  if (!current) throw new Error('The shell has not started.');
  return current;
}
