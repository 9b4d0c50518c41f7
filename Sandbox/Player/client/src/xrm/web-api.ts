import { loadTable } from '../data/metadata.ts';
import { bare } from '../data/values.ts';
import { createRow, deleteRow, getRow, getRows, type Row, send, updateRow, WebApiError } from '../data/web-api.ts';
import { documented } from './documented.ts';

/** Xrm.WebApi. */

interface RequestMetadata {
  boundParameter?: string | null | undefined;
  operationName: string;
  operationType: 0 | 1 | 2;
  parameterTypes: Record<string, { typeName: string; structuralProperty: number }>;
}

interface ExecuteRequest extends Record<string, unknown> {
  getMetadata(): RequestMetadata;
}

interface EntityParameter {
  id: string;
  entityType: string;
}

/** Refusals reach scripts as plain objects with a code and a message, as on the platform. */
function refused(reason: unknown): never {
  if (reason instanceof WebApiError) throw Object.assign(new Error(reason.message), { errorCode: reason.errorCode });
  throw reason;
}

function members(): object {
  return {
    createRecord: async (table: string, data: Row) => {
      const { entitySetName } = await loadTable(table);
      const id = await createRow(entitySetName, data).catch(refused);
      return { entityType: table, id };
    },
    updateRecord: async (table: string, id: string, data: Row) => {
      const { entitySetName } = await loadTable(table);
      await updateRow(entitySetName, bare(id), data).catch(refused);
      return { entityType: table, id: bare(id) };
    },
    deleteRecord: async (table: string, id: string) => {
      const { entitySetName } = await loadTable(table);
      await deleteRow(entitySetName, bare(id)).catch(refused);
      return { entityType: table, id: bare(id) };
    },
    retrieveRecord: async (table: string, id: string, options = '') => {
      const { entitySetName } = await loadTable(table);
      return getRow(`${entitySetName}(${bare(id)})${options}`).catch(refused);
    },
    retrieveMultipleRecords: async (table: string, options = '', maxPageSize?: number) => {
      const { entitySetName } = await loadTable(table);
      const page = await getRows(options.startsWith('http') ? options : entitySetName + encodeFetch(options), maxPageSize).catch(refused);
      return { entities: page.rows, nextLink: page.nextLink ?? undefined };
    },
  };
}

/** FetchXML may be handed over as it is; an address takes it encoded. */
function encodeFetch(options: string): string {
  const match = /^(\?fetchXml=)(<.*)$/s.exec(options);
  return match ? `${match[1]}${encodeURIComponent(match[2] ?? '')}` : options;
}

async function execute(request: ExecuteRequest): Promise<Response> {
  const metadata = request.getMetadata();
  const { boundParameter, operationName, operationType, parameterTypes } = metadata;
  if (operationType === 2) throw new Error(`Xrm.WebApi.execute of ${operationName} (CRUD) is not supported by the sandbox.`);
  let path = operationName;
  if (boundParameter) {
    const target = request[boundParameter] as EntityParameter | undefined;
    if (!target) throw new Error(`The request has no '${boundParameter}'.`);
    const { entitySetName } = await loadTable(target.entityType);
    path = `${entitySetName}(${bare(target.id)})/Microsoft.Dynamics.CRM.${operationName}`;
  }
  const names = Object.keys(parameterTypes).filter((name) => name !== boundParameter && request[name] !== undefined);
  if (operationType === 0) {
    const body: Row = {};
    for (const name of names) body[name] = await bodyValue(request[name]);
    return send('POST', path, body).catch(refused);
  }
  const aliases = names.map((name, index) => `${name}=@p${index + 1}`).join(',');
  const values = names.map((name, index) => `@p${index + 1}=${encodeURIComponent(literal(request[name]))}`).join('&');
  return send('GET', `${path}(${aliases})${values === '' ? '' : `?${values}`}`).catch(refused);
}

async function bodyValue(value: unknown): Promise<unknown> {
  if (value === null || typeof value !== 'object' || !('entityType' in value) || !('id' in value)) return value;
  const { entityType, id } = value as EntityParameter;
  const { primaryId } = await loadTable(entityType);
  return { '@odata.type': `Microsoft.Dynamics.CRM.${entityType}`, [primaryId]: bare(id) };
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll('\'', '\'\'')}'` : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function webApi(): object {
  const online = { ...members(), execute };
  return documented('Xrm.WebApi', {
    ...online,
    online: documented('Xrm.WebApi.online', online),
    isAvailableOffline: () => false,
  });
}

