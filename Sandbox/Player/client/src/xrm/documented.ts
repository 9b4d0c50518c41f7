/** Objects that have exactly the documented members; asking for another throws with its name. */

/** Asked of any object by the language itself, or by a promise that resolves with it. */
const harmless = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'nodeType', 'tagName', '$$typeof', 'toString', 'valueOf']);

export function documented<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || harmless.has(key)) return Reflect.get(target, key, receiver);
      throw new Error(`${name}.${key} is not supported by the sandbox.`);
    },
    set(_target, key) {
      throw new Error(`${name}.${String(key)} cannot be assigned.`);
    },
    defineProperty(_target, key) {
      throw new Error(`${name}.${String(key)} cannot be assigned.`);
    },
  });
}

/** A collection as the client API has them. */
export interface ItemCollection<T> {
  get(which?: string | number | ((item: T, index: number) => boolean)): T | T[] | null;
  forEach(each: (item: T, index: number) => void): void;
  getLength(): number;
}

export function collection<T>(name: string, items: () => T[], nameOf: (item: T) => string): ItemCollection<T> {
  return documented(name, { get: picker(items, nameOf), forEach: (each: (item: T, index: number) => void) => items().forEach(each), getLength: () => items().length });
}

/** The documented get: all, one by name or index, or those a function accepts. */
export function picker<T>(items: () => T[], nameOf: (item: T) => string): ItemCollection<T>['get'] {
  return (which) => {
    const all = items();
    if (which === undefined || which === null) return all;
    if (typeof which === 'function') return all.filter(which);
    return (typeof which === 'number' ? all[which] : all.find((item) => nameOf(item) === which)) ?? null;
  };
}
