/** Making elements. Text always goes in as text. */

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value as unknown as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

let last = 0;

export function newId(prefix: string): string {
  last += 1;
  return `${prefix}-${last}`;
}

/** Shapes of 20 x 20 units, drawn with the text's colour. */
const shapes: Record<string, string> = {
  add: 'M10 3v14M3 10h14',
  back: 'M9 4l-6 6 6 6M3 10h14',
  save: 'M4 3h10l3 3v11H3V3zM6 3v5h7V3M6 17v-5h8v5',
  saveClose: 'M4 3h9l3 3v4M6 3v5h7V3M3 3v14h6M12 14l5 5M17 14l-5 5',
  remove: 'M4 5h12M8 5V3h4v2M5.5 5l1 12h7l1-12M8.5 8v6M11.5 8v6',
  refresh: 'M16 10a6 6 0 1 1-2-4.5M16 3v4h-4',
  menu: 'M3 5h14M3 10h14M3 15h14',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  search: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3zM13.5 13.5L18 18',
  close: 'M4 4l12 12M16 4L4 16',
  down: 'M4 7l6 6 6-6',
  up: 'M4 13l6-6 6 6',
  left: 'M13 4l-6 6 6 6',
  right: 'M7 4l6 6-6 6',
  sortUp: 'M10 17V3M5 8l5-5 5 5',
  sortDown: 'M10 3v14M5 12l5 5 5-5',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3',
  info: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 9v5M10 6.2v.1',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.5v.1',
  error: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM7 7l6 6M13 7l-6 6',
  open: 'M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8',
  mail: 'M2 5h16v10H2zM2 5l8 6 8-6',
  phone: 'M5 3h3l1.5 4-2 1.5a9 9 0 0 0 4 4l1.5-2 4 1.5v3a2 2 0 0 1-2 2A13 13 0 0 1 3 5a2 2 0 0 1 2-2z',
  upload: 'M10 14V3M5.5 7.5L10 3l4.5 4.5M3 13v4h14v-4',
  download: 'M10 3v11M5.5 9.5L10 14l4.5-4.5M3 13v4h14v-4',
  table: 'M3 4h14v12H3zM3 8h14M8 8v8',
  command: 'M4 4h12v12H4zM8 8l4 2-4 2z',
  activate: 'M4 10l4 4 8-9',
  deactivate: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4.5 4.5l11 11',
  person: 'M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 17a6.5 5 0 0 1 13 0',
  chart: 'M3 17V3M3 17h14M6.5 14V9M10.5 14V5M14.5 14v-3',
  filter: 'M3 4h14l-5.5 6.5V16l-3-1.5v-4z',
  steps: 'M3 5h6M6 10h7M10 15h7',
  clock: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 5v5l3.5 2',
  view: 'M3 5h14M3 10h14M3 15h9',
};

export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name] ?? shapes['command'] ?? '');
  svg.append(path);
  return svg;
}

/** An icon of the solution, or ours where it has none. */
export function tableIcon(webResource: string | undefined, otherwise = 'table'): Element {
  return webResource
    ? h('span', { class: 'icon mask-icon', style: `--icon: url("${webResourcePath(webResource)}")`, 'aria-hidden': 'true' })
    : icon(otherwise);
}

export function webResourcePath(name: string): string {
  return `/WebResources/${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** Every element a Tab press would reach. */
export function focusable(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(
    'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), iframe, [tabindex]:not([tabindex="-1"])',
  )].filter((element) => element.checkVisibility());
}
