/** Views are FetchXML; sorting, searching, paging and relating rows are changes to it. */

export interface FetchChange {
  page?: number;
  pageSize?: number;
  sort?: { column: string; descending: boolean };
  /** Each condition is one more that must hold. */
  conditions?: { column: string; operator: string; value?: string }[];
  /** The row to which rows must be tied, by which table between and its columns, and the key of the rows. */
  tied?: { between: string; own: string; other: string; key: string; id: string };
  /** Columns of which one must contain the text. */
  search?: { columns: string[]; text: string };
  /** Columns to return beside the view's own. */
  columns?: string[];
}

export function changeFetch(fetchXml: string, change: FetchChange): string {
  const xml = new DOMParser().parseFromString(fetchXml, 'text/xml');
  const fetch = xml.documentElement;
  const entity = fetch.querySelector('entity');
  if (!entity) throw new Error('The view has no entity.');
  if (change.pageSize) {
    fetch.setAttribute('count', String(change.pageSize));
    fetch.setAttribute('page', String(change.page ?? 1));
    fetch.setAttribute('returntotalrecordcount', 'true');
  }
  for (const column of change.columns ?? []) {
    if (![...entity.children].some((child) => child.tagName === 'attribute' && child.getAttribute('name') === column))
      append(entity, 'attribute', { name: column });
  }
  if (change.sort) {
    for (const order of [...entity.querySelectorAll('order')]) order.remove();
    append(entity, 'order', { attribute: change.sort.column, descending: String(change.sort.descending) });
  }
  if (change.conditions?.length) {
    const filter = append(entity, 'filter', { type: 'and' });
    for (const { column, operator, value } of change.conditions)
      append(filter, 'condition', { attribute: column, operator, ...(value === undefined ? {} : { value }) });
  }
  if (change.tied) {
    const { between, own, other, key, id } = change.tied;
    const filter = append(append(entity, 'link-entity', { name: between, from: other, to: key, intersect: 'true' }), 'filter', {});
    append(filter, 'condition', { attribute: own, operator: 'eq', value: id });
  }
  if (change.search?.columns.length) {
    const filter = append(entity, 'filter', { type: 'or' });
    const pattern = `%${change.search.text.replace(/[[%_]/g, '[$&]')}%`;
    for (const column of change.search.columns) append(filter, 'condition', { attribute: column, operator: 'like', value: pattern });
  }
  return new XMLSerializer().serializeToString(xml);
}

/** An aggregate query over the rows that a view shows, with more conditions and, where it groups by a part of a date, with the larger parts. */
export function chartFetch(chartXml: string, viewXml: string, dateParts: { column: string; part: string; alias: string }[], change: FetchChange): string {
  const xml = new DOMParser().parseFromString(chartXml, 'text/xml');
  const entity = xml.documentElement.querySelector('entity');
  const view = new DOMParser().parseFromString(viewXml, 'text/xml').documentElement.querySelector('entity');
  if (!entity || !view) throw new Error('The chart or its view has no entity.');
  for (const { column, part, alias } of dateParts) append(entity, 'attribute', { name: column, groupby: 'true', dategrouping: part, alias });
  for (const part of [...view.children]) {
    if (part.tagName === 'filter') entity.append(xml.importNode(part, true));
    if (part.tagName !== 'link-entity') continue;
    const link = xml.importNode(part, true) as Element;
    for (const column of [...link.querySelectorAll('attribute, all-attributes, order')]) column.remove();
    entity.append(link);
  }
  return changeFetch(new XMLSerializer().serializeToString(xml), change);
}

/** The grouped columns of an aggregate query. */
export function groupsOf(fetchXml: string): { alias: string; column: string; part: string | null }[] {
  const xml = new DOMParser().parseFromString(fetchXml, 'text/xml');
  return [...xml.querySelectorAll('entity > attribute[groupby="true"], entity > attribute[groupby="1"]')].map((attribute) => ({
    alias: attribute.getAttribute('alias') ?? '',
    column: attribute.getAttribute('name') ?? '',
    part: attribute.getAttribute('dategrouping'),
  }));
}

/** Whether an aggregate query says in which order its groups come. */
export function isOrdered(fetchXml: string): boolean {
  return new DOMParser().parseFromString(fetchXml, 'text/xml').querySelector('entity > order') !== null;
}

/** The columns a quick find view searches. */
export function quickFindColumns(fetchXml: string): string[] {
  const xml = new DOMParser().parseFromString(fetchXml, 'text/xml');
  return [...xml.querySelectorAll('filter[isquickfindfields="1"] condition, filter[isquickfindfields="true"] condition')]
    .map((condition) => condition.getAttribute('attribute') ?? '')
    .filter((name) => name !== '');
}

/** What the view itself sorts by. */
export function sortOf(fetchXml: string): { column: string; descending: boolean } | null {
  const order = new DOMParser().parseFromString(fetchXml, 'text/xml').querySelector('fetch > entity > order');
  const column = order?.getAttribute('attribute');
  return column ? { column, descending: order?.getAttribute('descending') === 'true' } : null;
}

function append(parent: Element, name: string, attributes: Record<string, string>): Element {
  const element = parent.ownerDocument.createElementNS(null, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}
