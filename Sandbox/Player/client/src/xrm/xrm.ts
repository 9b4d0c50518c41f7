import { app, loadTable } from '../data/metadata.ts';
import { bare, type LookupValue } from '../data/values.ts';
import { defaultsFrom } from '../form/form.ts';
import { alertDialog, closeProgress, confirmDialog, errorDialog, showProgress } from '../ui/dialogs.ts';
import { webResourcePath } from '../ui/dom.ts';
import { lookupDialog } from '../ui/lookup-dialog.ts';
import { navigator } from '../ui/navigator.ts';
import { t } from '../ui/strings.ts';
import { documented } from './documented.ts';
import { globalContext } from './global-context.ts';
import { webApi } from './web-api.ts';

/** The global Xrm object. */

interface FormOptions {
  entityName: string;
  entityId?: string;
  formId?: string;
  useQuickCreateForm?: boolean;
  openInNewWindow?: boolean;
  createFromEntity?: LookupValue;
}

type PageInput =
  | { pageType: 'entityrecord'; entityName: string; entityId?: string; formId?: string; data?: Record<string, unknown>; createFromEntity?: LookupValue }
  | { pageType: 'entitylist'; entityName: string; viewId?: string }
  | { pageType: 'dashboard'; dashboardId: string }
  | { pageType: 'webresource'; webresourceName: string; data?: string };

interface NavigationOptions {
  target?: 1 | 2;
  title?: string;
}

async function openForm(options: FormOptions, parameters: Record<string, unknown> = {}): Promise<{ savedEntityReference: LookupValue[] | null }> {
  const table = await loadTable(options.entityName);
  const defaults = { ...(options.createFromEntity ? await defaultsFrom(table, options.createFromEntity) : {}), ...parameters };
  if (options.useQuickCreateForm) {
    const created = await navigator().quickCreate(table, defaults);
    return { savedEntityReference: created ? [created] : null };
  }
  const id = options.entityId ? bare(options.entityId) : null;
  const saved = await navigator().go({
    pageType: 'entityrecord', table: options.entityName, id, form: options.formId ? bare(options.formId) : null, extra: texts(defaults),
  });
  return { savedEntityReference: saved };
}

async function navigateTo(input: PageInput, options: NavigationOptions = {}): Promise<unknown> {
  switch (input.pageType) {
    case 'entityrecord': {
      const table = await loadTable(input.entityName);
      const defaults = { ...(input.createFromEntity ? await defaultsFrom(table, input.createFromEntity) : {}), ...(input.data ?? {}) };
      const id = input.entityId ? bare(input.entityId) : null;
      const form = input.formId ? bare(input.formId) : null;
      const saved = options.target === 2
        ? await navigator().openDialog(input.entityName, id, form, texts(defaults), options.title)
        : await navigator().go({ pageType: 'entityrecord', table: input.entityName, id, form, extra: texts(defaults) });
      return { savedEntityReference: saved };
    }
    case 'entitylist':
      await navigator().go({ pageType: 'entitylist', table: input.entityName, view: input.viewId ? bare(input.viewId) : null });
      return undefined;
    case 'dashboard':
      await navigator().go({ pageType: 'dashboard', id: bare(input.dashboardId) });
      return undefined;
    case 'webresource':
      await navigator().go({ pageType: 'webresource', name: input.webresourceName, data: input.data ?? '' });
      return undefined;
    default:
      throw new Error(`Xrm.Navigation.navigateTo to '${String((input as { pageType: string }).pageType)}' is not supported by the sandbox.`);
  }
}

/** Parameters travel in the address, as text; a lookup takes its id, name and type. */
function texts(values: Record<string, unknown>): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (first !== null && typeof first === 'object' && 'entityType' in first && 'id' in first) {
      const lookup = first as LookupValue;
      all[name] = bare(lookup.id);
      all[`${name}name`] = lookup.name;
      all[`${name}type`] = lookup.entityType;
    } else all[name] = value instanceof Date ? value.toISOString() : Array.isArray(value) ? JSON.stringify(value) : String(value);
  }
  return all;
}

async function getEntityMetadata(name: string, wanted: string[] = []): Promise<object> {
  const table = await loadTable(name);
  const attributes = wanted.map((column) => {
    const found = table.columns[column];
    if (!found) throw new Error(`The table '${name}' has no column '${column}'.`);
    return {
      LogicalName: found.logicalName,
      DisplayName: found.label,
      AttributeType: found.typeName,
      EntityLogicalName: name,
      ...(found.options ? { OptionSet: Object.fromEntries(found.options.map((one) => [one.value, { text: one.label, value: one.value }])) } : {}),
    };
  });
  return {
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.entitySetName,
    DisplayName: table.displayName,
    DisplayCollectionName: table.collectionName,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    PrimaryImageAttribute: table.primaryImage ?? null,
    IsQuickCreateEnabled: table.hasQuickCreate,
    Attributes: {
      get: (which?: string | number) => (which === undefined ? attributes
        : attributes.find((attribute, index) => attribute.LogicalName === which || index === which) ?? null),
      getLength: () => attributes.length,
      forEach: (each: (attribute: object, index: number) => void) => attributes.forEach(each),
    },
  };
}

const resources = new Map<string, Map<string, string>>();

/** Strings of RESX web resources, read once, synchronously as the documented call demands. */
function getResourceString(name: string, key: string): string {
  let strings = resources.get(name);
  if (!strings) {
    const request = new XMLHttpRequest();
    for (const candidate of [`${name}.${app().language}.resx`, `${name}.${app().baseLanguage}.resx`, name]) {
      request.open('GET', webResourcePath(candidate), false);
      request.send();
      if (request.status === 200) break;
    }
    if (request.status !== 200) throw new Error(`The web resource '${name}' does not exist.`);
    const xml = new DOMParser().parseFromString(request.responseText, 'text/xml');
    strings = new Map([...xml.querySelectorAll('data')].map((data) => [data.getAttribute('name') ?? '', data.querySelector('value')?.textContent ?? '']));
    resources.set(name, strings);
  }
  return strings.get(key) ?? '';
}

export function installXrm(): void {
  const xrm = documented('Xrm', {
    Navigation: documented('Xrm.Navigation', {
      navigateTo,
      openAlertDialog: (strings: { text: string; title?: string; confirmButtonLabel?: string }) =>
        alertDialog(strings.title ?? app().name, strings.text, strings.confirmButtonLabel ?? t('ok')),
      openConfirmDialog: async (strings: { text: string; title?: string; subtitle?: string; confirmButtonLabel?: string; cancelButtonLabel?: string }) => ({
        confirmed: await confirmDialog(
          strings.title ?? app().name,
          [strings.subtitle, strings.text].filter(Boolean).join('\n'),
          strings.confirmButtonLabel ?? t('ok'),
          strings.cancelButtonLabel ?? t('cancel'),
        ),
      }),
      openErrorDialog: (options: { message?: string; details?: string; errorCode?: number }) =>
        errorDialog(t('businessError'), options.message ?? `0x${((options.errorCode ?? 0) >>> 0).toString(16)}`, options.details ?? ''),
      openForm,
      openUrl: (url: string) => {
        const { protocol } = new URL(url, location.href);
        if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`The address '${url}' cannot be opened.`);
        window.open(url, '_blank', 'noopener,noreferrer');
      },
    }),
    Utility: documented('Xrm.Utility', {
      closeProgressIndicator: closeProgress,
      getAllowedStatusTransitions: async (table: string, state: number) => {
        const { columns } = await loadTable(table);
        return (columns['statuscode']?.options ?? []).filter((option) => option.state === state).map((option) => option.value);
      },
      getEntityMetadata,
      getGlobalContext: globalContext,
      getResourceString,
      lookupObjects: (options: { entityTypes: string[]; searchText?: string }) => lookupDialog(options.entityTypes, options.searchText ?? ''),
      refreshParentGrid: () => navigator().refreshPage(),
      showProgressIndicator: (text: string) => showProgress(text || t('working')),
    }),
    WebApi: webApi(),
  });
  Object.defineProperty(window, 'Xrm', { value: xrm, writable: false });
  Object.defineProperty(window, 'GetGlobalContext', { value: globalContext, writable: false });
}
