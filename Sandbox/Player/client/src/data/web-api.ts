import { t } from '../ui/strings.ts';
import { reach } from './connection.ts';
import { sentenceFor } from './problems.ts';

/** The organization's Web API, as a client of Dataverse would call it. */

export const apiPath = '/api/data/v9.2/';

export type Row = Record<string, unknown>;

export interface RowPage {
  rows: Row[];
  total: number | null;
  more: boolean;
  nextLink: string | null;
}

/** A refusal of the Web API. The code is the platform's, as the unsigned number client code compares with. */
export class WebApiError extends Error {
  readonly errorCode: number;
  readonly status: number;
  readonly details: string;

  constructor(message: string, errorCode: number, status: number, details: string) {
    super(message);
    this.errorCode = errorCode;
    this.status = status;
    this.details = details;
  }
}

export async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const binary = body instanceof Blob;
  const response = await reach(path.startsWith('/') || path.startsWith('http') ? path : apiPath + path, {
    method,
    headers: {
      Accept: 'application/json',
      'OData-Version': '4.0',
      'OData-MaxVersion': '4.0',
      ...(body === undefined ? {} : { 'Content-Type': binary ? 'application/octet-stream' : 'application/json; charset=utf-8' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: binary ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new WebApiError(t('noAnswer'), 0, 0, '');
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<WebApiError> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string } };
    const code = Number(error.code);
    return new WebApiError(error.message, Number.isFinite(code) ? code >>> 0 : 0, response.status, text);
  } catch {
    return new WebApiError(sentenceFor(response.status), 0, response.status, text);
  }
}

const annotations = { Prefer: 'odata.include-annotations="*"' };

export async function getRow(path: string): Promise<Row> {
  return (await send('GET', path, undefined, annotations)).json() as Promise<Row>;
}

export async function getRows(path: string, pageSize?: number): Promise<RowPage> {
  const prefer = pageSize ? `${annotations.Prefer},odata.maxpagesize=${pageSize}` : annotations.Prefer;
  const answer = (await (await send('GET', path, undefined, { Prefer: prefer })).json()) as Row & { value: Row[] };
  const total = answer['@Microsoft.Dynamics.CRM.totalrecordcount'] ?? answer['@odata.count'];
  const nextLink = answer['@odata.nextLink'];
  return {
    rows: answer.value,
    total: typeof total === 'number' && total >= 0 ? total : null,
    more: answer['@Microsoft.Dynamics.CRM.morerecords'] === true || nextLink !== undefined,
    nextLink: typeof nextLink === 'string' ? nextLink : null,
  };
}

export function fetchRows(entitySet: string, fetchXml: string): Promise<RowPage> {
  return getRows(`${entitySet}?fetchXml=${encodeURIComponent(fetchXml)}`);
}

/** Creates a row and returns its id. */
export async function createRow(entitySet: string, values: Row): Promise<string> {
  const response = await send('POST', entitySet, values);
  const id = /\(([0-9a-f-]{36})\)\s*$/i.exec(response.headers.get('OData-EntityId') ?? '')?.[1];
  if (!id) throw new WebApiError('The organization did not say which row it created.', 0, response.status, '');
  return id.toLowerCase();
}

export async function updateRow(entitySet: string, id: string, values: Row): Promise<void> {
  await send('PATCH', `${entitySet}(${id})`, values, { 'If-Match': '*' });
}

export async function deleteRow(entitySet: string, id: string): Promise<void> {
  await send('DELETE', `${entitySet}(${id})`);
}

/** The text the platform shows for a value, if it sent one. */
export function formatted(row: Row, property: string): string | null {
  const text = row[`${property}@OData.Community.Display.V1.FormattedValue`];
  return typeof text === 'string' ? text : null;
}
