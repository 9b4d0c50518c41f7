import type { AppInfo, AreaInfo, SubAreaInfo } from '../data/contract.ts';
import { onConnection } from '../data/connection.ts';
import { app } from '../data/metadata.ts';
import { send } from '../data/web-api.ts';
import { bare, type LookupValue } from '../data/values.ts';
import type { Form } from '../form/form.ts';
import { announce, spinner } from '../ui/dialogs.ts';
import { h, icon, newId, tableIcon } from '../ui/dom.ts';
import type { Navigator } from '../ui/navigator.ts';
import { type Route, routeOf, urlOf, type WebResourceRoute } from '../ui/routes.ts';
import { t } from '../ui/strings.ts';
import { accountMenu } from './account-menu.ts';
import { DashboardPage } from './dashboard-page.ts';
import { ListPage } from './list-page.ts';
import { quickCreate, recordDialog } from './overlays.ts';
import type { Page } from './page.ts';
import { RecordPage } from './record-page.ts';
import { sandboxClock } from './sandbox-clock.ts';
import { TracePage } from './trace-page.ts';
import { WebResourcePage } from './web-resource-page.ts';

/** The frame of the app: header, navigation, and the page that the address asks for. */
export class Shell implements Navigator {
  readonly element: HTMLElement;
  private readonly main = h('main', { id: 'main', tabindex: -1 });
  private readonly nav: HTMLElement;
  private readonly offline = h('div', { class: 'form-note error offline', role: 'alert', hidden: true }, icon('error'), h('span', { class: 'form-note-text' }, t('offline')),
    h('button', { type: 'button', class: 'button', onClick: () => void this.reconnect() }, t('tryAgain')));
  private area: AreaInfo | undefined;
  private page: Page | null = null;
  private route: Route | null = null;
  private shown = 0;
  /** Called with what was saved when the page they opened is left; one for each step of the history. */
  private readonly waiting = new Map<number, (saved: LookupValue[]) => void>();
  private step = 0;
  private undoing = false;

  constructor() {
    const info = app();
    this.area = info.areas[0];
    this.nav = h('nav', { id: 'site-map', class: 'site-map', 'aria-label': t('siteMap') });
    this.element = h('div', { class: 'shell' },
      h('a', { class: 'skip-link', href: '#main', onClick: (event: Event) => this.skip(event) }, t('skipToMain')),
      this.header(info),
      this.offline,
      h('div', { class: 'shell-body' }, this.nav, this.main));
    this.drawNav();
    onConnection((reachable) => {
      this.offline.hidden = reachable;
      if (reachable) announce(t('online'));
    });
    window.addEventListener('popstate', (event) => void this.onPop(event));
    window.addEventListener('keydown', (event) => {
      if (this.page?.onKey(event)) event.preventDefault();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.page?.isDirty) event.preventDefault();
    });
  }

  async start(): Promise<void> {
    const state = history.state as { step?: number } | null;
    this.step = state?.step ?? 0;
    history.replaceState({ step: this.step }, '');
    await this.show(routeOf(location.search) ?? this.firstRoute());
  }

  async go(route: Route): Promise<LookupValue[]> {
    if (this.page && !await this.page.mayLeave()) return [];
    this.step += 1;
    history.pushState({ step: this.step }, '', urlOf(route));
    const left = new Promise<LookupValue[]>((resolve) => this.waiting.set(this.step, resolve));
    await this.show(route);
    return left;
  }

  back(): void {
    if (this.step > 0) history.back();
    else void this.go(this.page?.table ? { pageType: 'entitylist', table: this.page.table, view: null } : this.firstRoute() ?? { pageType: 'webresource', name: '', data: '' });
  }

  openDialog(table: string, id: string | null, form: string | null, extra: Record<string, string>, title?: string): Promise<LookupValue[]> {
    return recordDialog(table, id, form, extra, title);
  }

  async quickCreate(table: Parameters<Navigator['quickCreate']>[0], defaults: Record<string, unknown>): Promise<LookupValue | null> {
    return quickCreate(table, defaults);
  }

  refreshPage(): void {
    this.page?.refresh();
  }

  /** Asks whether the organization answers again; what stands on the page is left alone. */
  private async reconnect(): Promise<void> {
    await send('GET', '/sandbox/clock').catch(() => announce(t('offline')));
  }

  private firstRoute(): Route | null {
    for (const subArea of this.area?.groups.flatMap((group) => group.subAreas) ?? []) {
      const route = subAreaRoute(subArea);
      if (route) return route;
    }
    return null;
  }

  private async onPop(event: PopStateEvent): Promise<void> {
    const step = (event.state as { step?: number } | null)?.step ?? 0;
    if (this.undoing) {
      this.undoing = false;
      return;
    }
    const from = this.step;
    if (this.page && !await this.page.mayLeave()) {
      this.undoing = true;
      history.go(from - step);
      return;
    }
    const saved = this.page instanceof RecordPage ? this.page.saved : [];
    this.step = step;
    await this.show(routeOf(location.search) ?? this.firstRoute());
    for (const [opened, resolve] of [...this.waiting]) {
      if (opened <= step) continue;
      this.waiting.delete(opened);
      resolve(saved);
    }
  }

  private async show(route: Route | null): Promise<void> {
    const mine = ++this.shown;
    if (!route) {
      this.page = null;
      this.main.replaceChildren(h('div', { class: 'state' }, h('p', {}, t('notThere'))));
      return;
    }
    const page = this.pageOf(route);
    this.page = page;
    this.route = route;
    this.main.replaceChildren(h('div', { class: 'state' }, spinner(), h('p', {}, t('loading'))));
    this.chooseArea();
    this.drawNav();
    this.main.replaceChildren(page.element);
    this.element.classList.remove('nav-open');
    try {
      await page.load();
      if (mine !== this.shown) return;
      if (page.title !== '') document.title = `${page.title} - ${app().name}`;
      if (document.activeElement === document.body || document.activeElement === null || this.nav.contains(document.activeElement)) {
        const heading = page.element.querySelector<HTMLElement>('h1');
        heading?.focus({ preventScroll: true });
      }
    } catch (reason) {
      if (mine !== this.shown) return;
      page.element.replaceChildren(h('div', { class: 'state', role: 'alert' },
        icon('error'),
        h('p', {}, t('loadFailed')),
        h('p', { class: 'state-detail' }, reason instanceof Error ? reason.message : String(reason)),
        h('button', { type: 'button', class: 'button', onClick: () => void this.show(route) }, t('tryAgain'))));
    }
  }

  private pageOf(route: Route): Page {
    switch (route.pageType) {
      case 'entitylist':
        return new ListPage(route.table, route.view, route.drill ?? null, (view, drill) => history.replaceState({ step: this.step }, '', urlOf({ ...route, view, drill })));
      case 'dashboard':
        return new DashboardPage(route.id, (id) => void this.go({ pageType: 'dashboard', id }));
      case 'entityrecord':
        return new RecordPage(route, () => this.leave(), (form) => this.moved(form));
      case 'sandboxtrace':
        return new TracePage(route.number, (number) => history.replaceState({ step: this.step }, '', urlOf({ ...route, number })));
      case 'webresource':
        return new WebResourcePage(route.name, route.data, this.titleOf(route));
    }
  }

  /** A record was closed by itself: what was unsaved has been dealt with. */
  private leave(): void {
    this.back();
  }

  private moved(form: Form): void {
    if (form.id !== null)
      history.replaceState({ step: this.step }, '', urlOf({ pageType: 'entityrecord', table: form.table.logicalName, id: form.id, form: null, extra: {} }));
    document.title = `${form.title} - ${app().name}`;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }

  private header(info: AppInfo): HTMLElement {
    const clock = sandboxClock(() => this.refreshPage());
    return h('header', { class: 'app-header' },
      h('button', {
        type: 'button',
        class: 'nav-toggle',
        'aria-label': t('toggleNavigation'),
        title: t('toggleNavigation'),
        'aria-controls': 'site-map',
        onClick: () => {
          this.element.classList.toggle('nav-open');
          this.element.classList.toggle('nav-closed');
        },
      }, icon('menu')),
      h('span', { class: 'app-name' }, info.name),
      h('span', { class: 'app-environment' }, info.organizationName),
      h('button', {
        type: 'button', class: 'clock-button', 'aria-label': t('trace'), title: t('trace'), onClick: () => void this.go({ pageType: 'sandboxtrace', number: null }),
      }, icon('steps')),
      clock,
      accountMenu(info));
  }

  /** The line of the navigation that leads to a page: by its address, or by the table of the record it shows. */
  private leadsHere(subArea: SubAreaInfo): boolean {
    const { page, route } = this;
    if (!page || !route) return false;
    if (page.table !== '') return subArea.table === page.table;
    return (route.pageType === 'webresource' && subArea.webResource === route.name) || (route.pageType === 'dashboard' && bare(subArea.dashboard ?? '') === route.id);
  }

  private titleOf(route: WebResourceRoute): string {
    return app().areas.flatMap((area) => area.groups.flatMap((group) => group.subAreas)).find((subArea) => subArea.webResource === route.name)?.title ?? route.name;
  }

  private chooseArea(): void {
    const holds = (area: AreaInfo): boolean => area.groups.some((group) => group.subAreas.some((subArea) => this.leadsHere(subArea)));
    if (this.area && holds(this.area)) return;
    this.area = app().areas.find(holds) ?? this.area;
  }

  private drawNav(): void {
    const { areas } = app();
    const select = h('select', {
      class: 'input',
      'aria-label': t('area'),
      onChange: () => {
        this.area = areas.find((area) => area.id === select.value) ?? this.area;
        this.drawNav();
        const route = this.firstRoute();
        if (route) void this.go(route);
      },
    }, ...areas.map((area) => h('option', { value: area.id, selected: area === this.area }, area.title)));
    this.nav.replaceChildren(
      ...(this.area?.groups ?? []).map((group) => {
        const titleId = newId('group');
        return h('div', { class: 'nav-group' },
          h('h2', { id: titleId, class: 'nav-title' }, group.title),
          h('ul', { 'aria-labelledby': titleId }, ...group.subAreas.map((subArea) => h('li', {}, this.navLink(subArea)))));
      }),
      ...(areas.length > 1 ? [h('div', { class: 'nav-areas' }, select)] : []),
    );
  }

  private navLink(subArea: SubAreaInfo): HTMLElement {
    const route = subAreaRoute(subArea);
    const current = this.leadsHere(subArea);
    return h('a', {
      class: 'nav-link',
      href: route ? urlOf(route) : '#',
      'aria-current': current ? 'page' : null,
      title: subArea.title,
      onClick: (event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (route) void this.go(route);
        else this.main.replaceChildren(h('div', { class: 'state' }, h('p', {}, t('pageNotSupported', subArea.title))));
      },
    }, tableIcon(subArea.icon), h('span', {}, subArea.title));
  }
}

function subAreaRoute(subArea: SubAreaInfo): Route | null {
  if (subArea.table) return { pageType: 'entitylist', table: subArea.table, view: null };
  if (subArea.webResource) return { pageType: 'webresource', name: subArea.webResource, data: '' };
  if (subArea.dashboard) return { pageType: 'dashboard', id: bare(subArea.dashboard) };
  return null;
}
