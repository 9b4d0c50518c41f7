import { h, webResourcePath } from '../ui/dom.ts';
import type { Page } from './page.ts';

/** An HTML web resource as a page of its own. */
export class WebResourcePage implements Page {
  readonly element: HTMLElement;
  readonly table = '';
  readonly title: string;

  constructor(name: string, data: string, title: string) {
    this.title = title;
    this.element = h('iframe', {
      class: 'web-resource-page', title, src: webResourcePath(name) + (data === '' ? '' : `?data=${encodeURIComponent(data)}`),
    });
  }

  load(): Promise<void> {
    return Promise.resolve();
  }

  refresh(): void {
    const frame = this.element as HTMLIFrameElement;
    frame.src = String(frame.src);
  }

  mayLeave(): Promise<boolean> {
    return Promise.resolve(true);
  }

  onKey(): boolean {
    return false;
  }
}
