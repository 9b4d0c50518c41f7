/** Custom APIs through the client API. */
import { textOf } from "./dom.js";

/** A row an action is bound to. */
export interface Bound {
  readonly table: string;
  readonly id: string;
}

/** Text that stands for a value of another type, named as the Web API names it. */
export interface Typed {
  readonly typeName: "Edm.Guid";
  readonly text: string;
}

/** Parameter values; `undefined` is not sent. A row and a moment are told from the value. */
export type Parameters = Readonly<Record<string, string | number | boolean | Date | Typed | Xrm.LookupValue | undefined>>;

/** What `executeRequest` takes; the typings know no request of a custom API. */
type Execute = (request: object) => Promise<Response>;

// Structural properties of the client API: a primitive type, a row.
const primitive = 1;
const row = 5;

function typeOf(value: NonNullable<Parameters[string]>): { readonly typeName: string; readonly structuralProperty: number } {
  if (value instanceof Date) return { typeName: "Edm.DateTimeOffset", structuralProperty: primitive };
  if (typeof value === "object" && "typeName" in value) return { typeName: value.typeName, structuralProperty: primitive };
  switch (typeof value) {
    case "number": return { typeName: Number.isInteger(value) ? "Edm.Int32" : "Edm.Decimal", structuralProperty: primitive };
    case "boolean": return { typeName: "Edm.Boolean", structuralProperty: primitive };
    case "object": return { typeName: `mscrm.${(value as Xrm.LookupValue).entityType}`, structuralProperty: row };
    default: return { typeName: "Edm.String", structuralProperty: primitive };
  }
}

function plain(value: NonNullable<Parameters[string]>): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" && "typeName" in value ? value.text : value;
}

/** Bare GUID in lower case. */
export function bareId(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}

/** Calls an action, bound or not, and gives its answer; the refusal's own message where it is refused. */
export async function call(
  xrm: Xrm.XrmStatic, operationName: string, bound?: Bound, parameters: Parameters = {}): Promise<Readonly<Record<string, unknown>>> {
  const sent = Object.entries(parameters).filter((one): one is [string, NonNullable<Parameters[string]>] => one[1] !== undefined);
  const request: Record<string, unknown> = Object.fromEntries(sent.map(([name, value]) => [name, plain(value)]));
  const parameterTypes = Object.fromEntries(sent.map(([name, value]) => [name, typeOf(value)]));
  if (bound !== undefined) {
    request["entity"] = { entityType: bound.table, id: bareId(bound.id) };
    parameterTypes["entity"] = { typeName: `mscrm.${bound.table}`, structuralProperty: row };
  }
  request["getMetadata"] = () => ({ boundParameter: bound === undefined ? null : "entity", operationType: 0, operationName, parameterTypes });
  try {
    const response = await (xrm.WebApi.online.execute as unknown as Execute)(request);
    return response.status === 204 ? {} : await response.json() as Record<string, unknown>;
  } catch (error) {
    throw new Error(textOf(error));
  }
}

/** The bytes of a file as Base64. */
export async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
