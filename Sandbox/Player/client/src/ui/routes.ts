import { app } from '../data/metadata.ts';
import { bare } from '../data/values.ts';

/** The addresses of a model-driven app. */

export interface ListRoute {
  pageType: 'entitylist';
  table: string;
  view: string | null;
  /** What a chart was pressed for: only these rows are shown. */
  drill?: Drill | null;
}

/** Rows that a part of a chart stands for. */
export interface Drill {
  label: string;
  conditions: { column: string; operator: string; value?: string }[];
}

export interface DashboardRoute {
  pageType: 'dashboard';
  id: string;
}

export interface RecordRoute {
  pageType: 'entityrecord';
  table: string;
  id: string | null;
  form: string | null;
  /** Form parameters and default values. */
  extra: Record<string, string>;
}

export interface WebResourceRoute {
  pageType: 'webresource';
  name: string;
  data: string;
}

/** The sandbox's own page of what operations did. */
export interface TraceRoute {
  pageType: 'sandboxtrace';
  number: number | null;
}

export type Route = ListRoute | RecordRoute | WebResourceRoute | DashboardRoute | TraceRoute;

function address(query: Record<string, string | null>): string {
  const parameters = new URLSearchParams({ appname: app().uniqueName });
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== '') parameters.set(name, value);
  return `/main.aspx?${parameters.toString()}`;
}

export function urlOf(route: Route): string {
  switch (route.pageType) {
    case 'entitylist':
      return address({ pagetype: route.pageType, etn: route.table, viewid: route.view, drill: route.drill ? JSON.stringify(route.drill) : null });
    case 'dashboard':
      return address({ pagetype: route.pageType, id: route.id });
    case 'entityrecord':
      return address({
        pagetype: route.pageType,
        etn: route.table,
        id: route.id,
        formid: route.form,
        extraqs: new URLSearchParams(route.extra).toString(),
      });
    case 'sandboxtrace':
      return address({ pagetype: route.pageType, id: route.number === null ? null : String(route.number) });
    case 'webresource':
      return address({ pagetype: route.pageType, webresourceName: route.name, data: route.data });
  }
}

export function recordUrl(table: string, id: string): string {
  return urlOf({ pageType: 'entityrecord', table, id: bare(id), form: null, extra: {} });
}

/** What an address asks for; null for the app's first page. */
export function routeOf(search: string): Route | null {
  const query = new URLSearchParams(search);
  const table = query.get('etn') ?? '';
  switch (query.get('pagetype')) {
    case 'entitylist':
      return { pageType: 'entitylist', table, view: query.get('viewid'), drill: drillOf(query.get('drill')) };
    case 'dashboard':
      return { pageType: 'dashboard', id: bare(query.get('id') ?? '') };
    case 'entityrecord': {
      const id = query.get('id');
      return {
        pageType: 'entityrecord',
        table,
        id: id ? bare(id) : null,
        form: query.get('formid'),
        extra: Object.fromEntries(new URLSearchParams(query.get('extraqs') ?? '')),
      };
    }
    case 'sandboxtrace':
      return { pageType: 'sandboxtrace', number: query.has('id') ? Number(query.get('id')) : null };
    case 'webresource':
      return { pageType: 'webresource', name: query.get('webresourceName') ?? '', data: query.get('data') ?? '' };
    default:
      return null;
  }
}

function drillOf(text: string | null): Drill | null {
  if (text === null) return null;
  try {
    const drill = JSON.parse(text) as Drill;
    return typeof drill.label === 'string' && Array.isArray(drill.conditions) ? drill : null;
  } catch {
    return null;
  }
}
