import { app } from '../data/metadata.ts';
import { send } from '../data/web-api.ts';
import { CommandBar } from '../ui/command-bar.ts';
import { errorDialog } from '../ui/dialogs.ts';
import { h, icon } from '../ui/dom.ts';
import { recordUrl } from '../ui/routes.ts';
import { currentLocale, t } from '../ui/strings.ts';
import type { Page } from './page.ts';

const address = '/sandbox/trace';
/** More than these are folded away. */
const mostColumns = 12;

interface Summary {
  number: number;
  started: string;
  origin: 'request' | 'step' | 'schedule';
  user: string;
  message: string;
  table?: string;
  id?: string;
  milliseconds: number;
  steps: number;
  failure?: string;
  rolledBack: boolean;
}

interface Failure {
  type: string;
  code?: string;
  message: string;
}

interface AskedRequest {
  message: string;
  table?: string;
  id?: string;
  columns: string[];
  at: number;
  milliseconds: number;
  rows?: number;
  failure?: Failure;
  steps: Step[];
}

interface Step {
  name?: string;
  plugin: string;
  message: string;
  table: string;
  stage: number;
  depth: number;
  at: number;
  milliseconds: number;
  failure?: Failure;
  trace: string;
  requests: AskedRequest[];
}

interface Operation {
  number: number;
  started: string;
  origin: Summary['origin'];
  user: string;
  request: AskedRequest;
  rolledBack: boolean;
  changes: { table: string; created: number; updated: number; deleted: number; rolledBack: boolean }[];
  omitted: number;
}

/** What the last operations did, step by step. The sandbox's own, no part of the app. */
export class TracePage implements Page {
  readonly element = h('div', { class: 'trace-page' });
  readonly table = '';
  readonly title = t('trace');
  private number: number | null;
  private readonly chosen: (number: number) => void;
  private readonly bar = new CommandBar('page');
  private readonly list = h('div', { class: 'trace-list' });
  private readonly detail = h('section', { class: 'trace-detail', 'aria-label': t('traceTimeline'), tabindex: -1 });
  private operations: Summary[] = [];

  constructor(number: number | null, chosen: (number: number) => void) {
    this.number = number;
    this.chosen = chosen;
  }

  async load(): Promise<void> {
    this.bar.show([{ id: 'refresh', label: t('refresh'), icon: 'refresh', run: () => this.refresh() }]);
    await this.read();
    this.element.replaceChildren(
      this.bar.element,
      h('div', { class: 'list-head' }, h('h1', { class: 'list-title', tabindex: -1 }, t('trace')), h('p', { class: 'state-detail' }, t('traceNote'))),
      h('div', { class: 'trace-body' }, this.list, this.detail));
  }

  refresh(): void {
    this.read().catch((reason: unknown) => void errorDialog(t('trace'), textOf(reason)));
  }

  mayLeave(): Promise<boolean> {
    return Promise.resolve(true);
  }

  onKey(): boolean {
    return false;
  }

  private async read(): Promise<void> {
    this.operations = (await (await send('GET', address)).json()) as Summary[];
    this.drawList();
    await this.show(this.number ?? this.operations[0]?.number ?? null);
  }

  private drawList(): void {
    if (this.operations.length === 0) {
      this.list.replaceChildren(h('div', { class: 'state' }, h('p', {}, t('traceEmpty'))));
      return;
    }
    this.list.replaceChildren(h('ul', { 'aria-label': t('traceOperations') }, ...this.operations.map((operation) => h('li', {}, h('button', {
      type: 'button',
      class: operation.failure === undefined ? 'trace-item' : 'trace-item failed',
      'data-number': operation.number,
      onClick: () => {
        this.chosen(operation.number);
        void this.show(operation.number).then(() => this.detail.focus());
      },
    },
    operation.failure !== undefined && icon('error'),
    h('span', { class: 'trace-what' }, `${operation.message}${operation.table ? ` ${nameOf(operation.table)}` : ''}`),
    h('span', { class: 'trace-time' }, time(operation.milliseconds)),
    h('span', { class: 'trace-who' }, `${clock(operation.started)} · ${operation.user} · ${t('traceSteps', operation.steps)}${
      operation.origin === 'request' ? '' : ` · ${t(operation.origin === 'step' ? 'traceAsync' : 'traceSchedule')}`}`),
    operation.failure !== undefined && h('span', { class: 'trace-failure' }, `${operation.rolledBack ? `${t('traceRolledBack')}: ` : ''}${operation.failure}`))))));
  }

  private async show(number: number | null): Promise<void> {
    this.number = number;
    for (const item of this.list.querySelectorAll<HTMLElement>('.trace-item')) {
      if (item.dataset['number'] === String(number)) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
    this.detail.hidden = number === null;
    if (number === null) return;
    try {
      const operation = (await (await send('GET', `${address}/${number}`)).json()) as Operation;
      if (this.number === number) this.detail.replaceChildren(...this.draw(operation));
    } catch (reason) {
      this.detail.replaceChildren(h('div', { class: 'state', role: 'alert' }, icon('error'), h('p', {}, textOf(reason))));
    }
  }

  private draw(operation: Operation): (HTMLElement | string)[] {
    const { request } = operation;
    const total = Math.max(request.milliseconds, 0.001);
    const known = request.table !== undefined && app().tables[request.table] !== undefined;
    return [
      h('h2', { class: 'section-title' }, `${request.message}${request.table ? ` ${nameOf(request.table)}` : ''}`),
      h('p', { class: 'state-detail' }, `${clock(operation.started)} · ${operation.user} · ${time(request.milliseconds)}`),
      h('p', { class: operation.rolledBack ? 'trace-outcome failed' : 'trace-outcome' },
        icon(operation.rolledBack || request.failure ? 'error' : 'activate'), outcome(operation)),
      h('div', { class: 'trace-actions' },
        h('button', { type: 'button', class: 'button', onClick: () => void this.download(operation) }, icon('download'), t('traceExport')),
        known && request.id !== undefined && request.message !== 'Delete' && h('a', { class: 'button', href: recordUrl(request.table ?? '', request.id) }, icon('open'), t('traceRecord'))),
      h('ol', { class: 'trace-tree' }, drawRequest(request, total)),
      ...(operation.omitted > 0 ? [h('p', { class: 'state-detail' }, t('traceOmitted', operation.omitted))] : []),
    ];
  }

  private async download(operation: Operation): Promise<void> {
    try {
      const file = await (await send('GET', `${address}/${operation.number}/bundle`)).blob();
      const link = h('a', { href: URL.createObjectURL(file), download: `replay-${operation.number}-${operation.request.message}.zip` });
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (reason) {
      await errorDialog(t('traceExport'), textOf(reason));
    }
  }
}

function outcome(operation: Operation): string {
  const stored = operation.changes.filter((change) => change.created + change.updated + change.deleted > 0);
  const list = stored.map((change) => t('traceChange', nameOf(change.table), [
    ...(change.created > 0 ? [t('traceCreated', change.created)] : []),
    ...(change.updated > 0 ? [t('traceUpdated', change.updated)] : []),
    ...(change.deleted > 0 ? [t('traceDeleted', change.deleted)] : []),
  ].join(', '))).join('; ');
  if (operation.rolledBack) return `${t('traceRolledBack')}: ${list || t('traceNothing')}`;
  return `${t('traceStored')}: ${list || t('traceNothing')}`;
}

function drawRequest(request: AskedRequest, total: number): HTMLElement {
  const subject = request.table === undefined ? '' : ` ${nameOf(request.table)}`;
  const many = request.columns.length > mostColumns;
  const facts = [
    ...(request.columns.length > 0 && !many ? [request.columns.join(', ')] : []),
    ...(request.rows === undefined ? [] : [t('traceRows', request.rows)]),
    ...(request.id === undefined ? [] : [request.id]),
  ].join(' · ');
  return h('li', {}, line('request', `${request.message}${subject}`, facts, request, total),
    many && h('details', { class: 'dialog-details' }, h('summary', {}, t('traceColumns', request.columns.length)), h('p', { class: 'state-detail' }, request.columns.join(', '))),
    failure(request.failure),
    request.steps.length > 0 && h('ol', {}, ...request.steps.map((step) => drawStep(step, total))));
}

function drawStep(step: Step, total: number): HTMLElement {
  const inner = step.requests.length > 0;
  return h('li', {},
    line('step', step.name ?? t('traceMain'), `${stageName(step.stage)} · ${step.message} ${nameOf(step.table)} · ${step.plugin}${step.depth > 1 ? ` · ${t('traceDepth', step.depth)}` : ''}`, step, total),
    failure(step.failure),
    step.trace.trim() !== '' && h('details', { class: 'dialog-details' }, h('summary', {}, t('traceText')), h('pre', { tabindex: 0 }, step.trace)),
    inner && h('ol', {}, ...step.requests.map((request) => drawRequest(request, total))));
}

function line(kind: 'request' | 'step', title: string, facts: string, span: { at: number; milliseconds: number }, total: number): HTMLElement {
  const left = Math.min((span.at / total) * 100, 100);
  const width = Math.max(Math.min((span.milliseconds / total) * 100, 100 - left), 0.5);
  return h('div', { class: `trace-line ${kind}` },
    h('span', { class: 'trace-title' }, icon(kind === 'step' ? 'command' : 'table'), title),
    h('span', { class: 'trace-time' }, time(span.milliseconds)),
    h('span', { class: 'trace-bar', 'aria-hidden': 'true', style: `--left: ${left.toFixed(2)}%; --width: ${width.toFixed(2)}%` }),
    facts !== '' && h('span', { class: 'trace-facts' }, facts));
}

function failure(problem: Failure | undefined): HTMLElement | false {
  return problem !== undefined && h('p', { class: 'note error' }, icon('error'),
    h('span', {}, `${t('traceThrew', problem.code === undefined ? problem.type : `${problem.type} ${problem.code}`)} ${problem.message}`));
}

function stageName(stage: number): string {
  return stage === 10 ? '10 PreValidation' : stage === 20 ? '20 PreOperation' : stage === 30 ? '30 MainOperation' : '40 PostOperation';
}

function nameOf(table: string): string {
  return app().tables[table]?.displayName ?? table;
}

function time(milliseconds: number): string {
  return `${new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0 }).format(milliseconds)} ms`;
}

function clock(moment: string): string {
  return `${new Date(moment).toLocaleString(currentLocale(), { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' })} UTC`;
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
