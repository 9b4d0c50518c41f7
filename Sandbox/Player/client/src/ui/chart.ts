import type { ChartData } from '../data/chart-data.ts';
import { palette, readableOn, textOn } from './colors.ts';
import { h } from './dom.ts';
import type { Drill } from './routes.ts';
import { ticksOf } from './scale.ts';
import { currentLocale, t } from './strings.ts';

/** The surfaces that charts lie on, light and dark, as the style sheet has them. */
const surfaces = { light: '#ffffff', dark: '#292929' };
const height = 300;
const lineHeight = 16;
const charWidth = 6.6;

type Kind = { shape: 'column' | 'bar' | 'line' | 'pie' | 'doughnut'; stacked: boolean; full: boolean };

const kinds: Record<string, Kind> = {
  Column: { shape: 'column', stacked: false, full: false },
  StackedColumn: { shape: 'column', stacked: true, full: false },
  StackedColumn100: { shape: 'column', stacked: true, full: true },
  Bar: { shape: 'bar', stacked: false, full: false },
  StackedBar: { shape: 'bar', stacked: true, full: false },
  StackedBar100: { shape: 'bar', stacked: true, full: true },
  Line: { shape: 'line', stacked: false, full: false },
  Pie: { shape: 'pie', stacked: false, full: false },
  Doughnut: { shape: 'doughnut', stacked: false, full: false },
};

/** A part of a drawing that stands for rows. */
interface Mark {
  label: string;
  drill: Drill;
  color: number;
  shapes: SVGElement[];
}

/**
 * Draws a chart: an SVG whose parts are buttons that tell their value and lead to their rows, a legend where colours need one, and the same numbers as a table.
 * @param width How many pixels there are; the drawing is made for them and grows wider only where categories would have no room.
 */
export function drawChart(data: ChartData, width: number, pick: (drill: Drill) => void): HTMLElement {
  const kind = kinds[data.type];
  if (!kind) return h('div', { class: 'state' }, h('p', {}, t('chartNotSupported', data.type)));
  if (data.categories.length === 0 || data.series.length === 0) return h('div', { class: 'state' }, h('p', {}, t('chartEmpty')));
  const round = kind.shape === 'pie' || kind.shape === 'doughnut';
  const figure = h('div', { class: 'chart', style: colors(data, round) });
  const drawing = round ? drawPie(data, kind, Math.min(width, 420)) : kind.shape === 'bar' ? drawBars(data, kind, width) : drawColumns(data, kind, width);
  figure.append(h('div', { class: 'chart-drawing' }, svgOf(data.title, drawing, pick)));
  if (round || data.series.length > 1) figure.append(legend(round ? data.categories.map((category) => category.label) : data.series.map((series) => series.name)));
  figure.append(tableOf(data));
  return figure;
}

interface Drawing {
  width: number;
  height: number;
  back: SVGElement[];
  marks: Mark[];
  front: SVGElement[];
}

function drawColumns(data: ChartData, kind: Kind, width: number): Drawing {
  const { ticks, share } = axisOf(data, kind);
  const left = 12 + charWidth * Math.max(...ticks.map((tick) => numberText(tick, kind.full).length));
  const band = Math.max((width - left - 8) / data.categories.length, 32);
  const inner = { left, top: 22, width: band * data.categories.length, height: height - 22 - 40 };
  const drawing: Drawing = { width: left + inner.width + 8, height, back: [], marks: [], front: [] };
  const y = scale(ticks, inner.top + inner.height, inner.top);
  for (const tick of ticks) {
    drawing.back.push(svg('line', { class: tick === 0 ? 'chart-axis' : 'chart-line', x1: left, x2: left + inner.width, y1: y(tick), y2: y(tick) }));
    drawing.back.push(text(numberText(tick, kind.full), left - 6, y(tick) + 4, 'end'));
  }
  data.categories.forEach((category, at) => {
    drawing.back.push(fitted(category.label, left + band * (at + 0.5), height - 40 + lineHeight, band - 4));
  });
  const lines = kind.shape === 'line';
  data.series.forEach((series, index) => {
    const points: [number, number][] = [];
    series.values.forEach((value, at) => {
      if (value === null) return;
      const center = left + band * (at + 0.5);
      const mark = markOf(data, index, at, value);
      if (lines) {
        points.push([center, y(value)]);
        mark.shapes.push(svg('circle', { class: 'chart-fill', cx: center, cy: y(value), r: 5 }));
        if (data.series.length === 1 && band > 34) drawing.front.push(text(numberText(value), center, y(value) - 10, 'middle'));
      } else {
        const [low, high] = spanOf(data, kind, index, at, share);
        const slots = kind.stacked ? 1 : data.series.length;
        const thick = Math.min((band * 0.72) / slots, 64);
        const x = center - (thick * slots) / 2 + (kind.stacked ? 0 : thick * index);
        const top = Math.min(y(low), y(high));
        const size = Math.max(Math.abs(y(low) - y(high)), 1);
        mark.shapes.push(svg('rect', { class: 'chart-fill', x, y: top, width: thick, height: size, rx: kind.stacked ? 0 : 2 }));
        if (kind.stacked && size > 16 && thick > charWidth * numberText(value).length) mark.shapes.push(text(numberText(value), x + thick / 2, top + size / 2 + 4, 'middle', 'chart-inside'));
        else if (!kind.stacked) drawing.front.push(text(numberText(value), x + thick / 2, (value < 0 ? top + size + 14 : top - 6), 'middle'));
      }
      drawing.marks.push(mark);
    });
    if (lines && points.length > 1) drawing.back.push(svg('polyline', { class: 'chart-stroke', 'data-color': index, points: points.map((point) => point.join(',')).join(' ') }));
  });
  return drawing;
}

function drawBars(data: ChartData, kind: Kind, width: number): Drawing {
  const { ticks, share } = axisOf(data, kind);
  const longest = Math.max(...data.categories.map((category) => category.label.length)) * charWidth;
  const left = Math.min(longest + 14, width * 0.4);
  const band = kind.stacked ? 30 : Math.max(18 * data.series.length + 10, 30);
  const inner = { top: 8, width: Math.max(width - left - 44, 80), height: band * data.categories.length };
  const drawing: Drawing = { width: left + inner.width + 44, height: inner.height + inner.top + 26, back: [], marks: [], front: [] };
  const x = scale(ticks, left, left + inner.width);
  for (const tick of ticks) {
    drawing.back.push(svg('line', { class: tick === 0 ? 'chart-axis' : 'chart-line', x1: x(tick), x2: x(tick), y1: inner.top, y2: inner.top + inner.height }));
    drawing.back.push(text(numberText(tick, kind.full), x(tick), inner.top + inner.height + lineHeight + 2, 'middle'));
  }
  data.categories.forEach((category, at) => {
    drawing.back.push(fitted(category.label, left - 8, inner.top + band * (at + 0.5) + 4, left - 12, 'end'));
  });
  data.series.forEach((series, index) => series.values.forEach((value, at) => {
    if (value === null) return;
    const mark = markOf(data, index, at, value);
    const [low, high] = spanOf(data, kind, index, at, share);
    const slots = kind.stacked ? 1 : data.series.length;
    const thick = Math.min((band - 8) / slots, 28);
    const y = inner.top + band * (at + 0.5) - (thick * slots) / 2 + (kind.stacked ? 0 : thick * index);
    const from = Math.min(x(low), x(high));
    const size = Math.max(Math.abs(x(high) - x(low)), 1);
    mark.shapes.push(svg('rect', { class: 'chart-fill', x: from, y, width: size, height: thick, rx: kind.stacked ? 0 : 2 }));
    if (kind.stacked && size > charWidth * numberText(value).length + 4) mark.shapes.push(text(numberText(value), from + size / 2, y + thick / 2 + 4, 'middle', 'chart-inside'));
    else if (!kind.stacked) drawing.front.push(text(numberText(value), from + size + 6, y + thick / 2 + 4, 'start'));
    drawing.marks.push(mark);
  }));
  return drawing;
}

function drawPie(data: ChartData, kind: Kind, width: number): Drawing {
  const radius = Math.min(width, height) / 2 - 8;
  const [cx, cy] = [width / 2, height / 2];
  const values = data.series[0]?.values.map((value) => Math.max(value ?? 0, 0)) ?? [];
  const total = values.reduce((sum, value) => sum + value, 0);
  const drawing: Drawing = { width, height, back: [], marks: [], front: [] };
  const hole = kind.shape === 'doughnut' ? radius * 0.6 : 0;
  let angle = -Math.PI / 2;
  values.forEach((value, at) => {
    if (value === 0 || total === 0) return;
    const turn = (value / total) * Math.PI * 2;
    const mark = markOf(data, 0, at, value, value / total);
    mark.color = at;
    mark.shapes.push(svg('path', { class: 'chart-fill', d: slice(cx, cy, radius, hole, angle, turn) }));
    if (turn > 0.3) {
      const middle = angle + turn / 2;
      const reach = hole > 0 ? (radius + hole) / 2 : radius * 0.65;
      mark.shapes.push(text(numberText(value), cx + Math.cos(middle) * reach, cy + Math.sin(middle) * reach + 4, 'middle', 'chart-inside'));
    }
    drawing.marks.push(mark);
    angle += turn;
  });
  return drawing;
}

/** The outline of a slice; a whole turn is drawn as two halves, because an arc back to its own start is none. */
function slice(cx: number, cy: number, radius: number, hole: number, from: number, turn: number): string {
  const point = (angle: number, reach: number): string => `${(cx + Math.cos(angle) * reach).toFixed(2)} ${(cy + Math.sin(angle) * reach).toFixed(2)}`;
  const until = from + turn;
  const half = from + turn / 2;
  const arc = (reach: number, sweep: number, ...stops: number[]): string => stops.map((stop) => `A${reach} ${reach} 0 0 ${sweep} ${point(stop, reach)}`).join('');
  return hole > 0
    ? `M${point(from, radius)}${arc(radius, 1, half, until)}L${point(until, hole)}${arc(hole, 0, half, from)}Z`
    : `M${point(from, radius)}${arc(radius, 1, half, until)}L${cx} ${cy}Z`;
}

function markOf(data: ChartData, series: number, at: number, value: number, share?: number): Mark {
  const category = data.categories[at];
  const own = data.series[series];
  const shown = share === undefined ? numberText(value) : `${numberText(value)} (${new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(share)})`;
  const label = category?.label ?? '';
  return {
    label: data.series.length > 1 && own ? t('chartSeriesValue', label, own.name, shown) : t('chartValue', label, shown),
    drill: {
      label: data.series.length > 1 && own && own.conditions.length > 0 ? `${category?.drill.label ?? ''}, ${own.name}` : category?.drill.label ?? '',
      conditions: [...category?.drill.conditions ?? [], ...own?.conditions ?? []],
    },
    color: series,
    shapes: [],
  };
}

/** The axis of the values; in a chart of shares it goes to 1. */
function axisOf(data: ChartData, kind: Kind): { ticks: number[]; share: (at: number) => number } {
  const sums = data.categories.map((_, at) => data.series.reduce((sum, series) => sum + Math.abs(series.values[at] ?? 0), 0));
  if (kind.full) return { ticks: [0, 0.25, 0.5, 0.75, 1], share: (at) => sums[at] || 1 };
  const all = kind.stacked ? sums : data.series.flatMap((series) => series.values.filter((value) => value !== null));
  const whole = data.series.every((series) => series.values.every((value) => value === null || Number.isInteger(value)));
  return { ticks: ticksOf(Math.min(...all, 0), Math.max(...all, 0), whole), share: () => 1 };
}

function spanOf(data: ChartData, kind: Kind, series: number, at: number, share: (at: number) => number): [number, number] {
  const value = data.series[series]?.values[at] ?? 0;
  if (!kind.stacked) return [0, value];
  const below = data.series.slice(0, series).reduce((sum, other) => sum + Math.abs(other.values[at] ?? 0), 0);
  return [below / share(at), (below + Math.abs(value)) / share(at)];
}

function scale(ticks: number[], from: number, to: number): (value: number) => number {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** One Tab stop for the drawing; the arrow keys go from part to part, Enter and Space press. */
function svgOf(title: string, drawing: Drawing, pick: (drill: Drill) => void): SVGSVGElement {
  const root = svg('svg', { class: 'chart-svg', width: drawing.width, height: drawing.height, viewBox: `0 0 ${drawing.width} ${drawing.height}`, role: 'group', 'aria-label': title });
  const marks = drawing.marks.map((mark, index) => {
    const group = svg('g', { class: 'chart-mark', role: 'button', tabindex: index === 0 ? 0 : -1, 'aria-label': mark.label, 'data-color': mark.color }, ...mark.shapes);
    const tip = svg('title', {});
    tip.textContent = mark.label;
    group.append(tip);
    group.addEventListener('click', () => pick(mark.drill));
    group.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) {
        const next = marks[(index + step + marks.length) % marks.length];
        group.setAttribute('tabindex', '-1');
        next?.setAttribute('tabindex', '0');
        next?.focus();
      } else if (event.key === 'Enter' || event.key === ' ') {
        pick(mark.drill);
      } else {
        return;
      }
      event.preventDefault();
    });
    return group;
  });
  const back = svg('g', { 'aria-hidden': 'true' }, ...drawing.back);
  const front = svg('g', { class: 'chart-front', 'aria-hidden': 'true' }, ...drawing.front);
  root.append(back, ...marks, front);
  return root;
}

function legend(names: string[]): HTMLElement {
  return h('ul', { class: 'chart-legend' }, ...names.map((name, index) => h('li', {},
    h('span', { class: 'chart-swatch', 'data-color': index, style: colorStyle(index), 'aria-hidden': 'true' }), name)));
}

function tableOf(data: ChartData): HTMLElement {
  const several = data.series.length > 1;
  return h('details', { class: 'chart-table' },
    h('summary', {}, t('chartTable')),
    h('table', { 'aria-label': data.title },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('category')), ...data.series.map((series) => h('th', { scope: 'col', class: 'number' }, several ? series.name : data.title)))),
      h('tbody', {}, ...data.categories.map((category, at) => h('tr', {},
        h('th', { scope: 'row' }, category.label),
        ...data.series.map((series) => {
          const value = series.values[at];
          return h('td', { class: 'number' }, value === null || value === undefined ? '' : numberText(value));
        }))))));
}

/** The colours of the series (of the categories, where each has its own), fit for light and dark. */
function colors(data: ChartData, byCategory: boolean): string {
  const count = byCategory ? data.categories.length : data.series.length;
  return Array.from({ length: count }, (_, index) => {
    const asked = byCategory ? (data.series.length === 1 && count > 1 ? null : data.series[0]?.color) : data.series[index]?.color;
    const color = asked ?? palette[index % palette.length] ?? '#0f6cbd';
    const [light, dark] = [readableOn(surfaces.light, color), readableOn(surfaces.dark, color)];
    return `--light-${index}: ${light}; --dark-${index}: ${dark}; --on-light-${index}: ${textOn(light)}; --on-dark-${index}: ${textOn(dark)};`;
  }).join(' ');
}

function numberText(value: number, percent = false): string {
  return new Intl.NumberFormat(currentLocale(), percent ? { style: 'percent' } : { maximumFractionDigits: 2 }).format(value);
}

function text(content: string, x: number, y: number, anchor: string, kind = 'chart-text'): SVGElement {
  const element = svg('text', { class: kind, x, y, 'text-anchor': anchor });
  element.textContent = content;
  return element;
}

/** A label cut off where its room ends; the whole of it is in the part's own name and in the table. */
function fitted(content: string, x: number, y: number, room: number, anchor = 'middle'): SVGElement {
  const most = Math.max(Math.floor(room / charWidth), 1);
  const element = text(content.length > most ? `${content.slice(0, Math.max(most - 1, 1))}\u2026` : content, x, y, anchor);
  const tip = svg('title', {});
  tip.textContent = content;
  element.append(tip);
  return element;
}

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>, ...children: SVGElement[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  element.append(...children);
  // The colours come from the figure's own variables, by number.
  const index = attributes['data-color'];
  if (index !== undefined) element.setAttribute('style', colorStyle(Number(index)));
  return element;
}

function colorStyle(index: number): string {
  return `--light: var(--light-${index}); --dark: var(--dark-${index}); --on-light: var(--on-light-${index}); --on-dark: var(--on-dark-${index})`;
}
