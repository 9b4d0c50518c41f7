import type { CellInfo, ControlInfo } from '../data/contract.ts';
import { app } from '../data/metadata.ts';
import { h, webResourcePath } from '../ui/dom.ts';
import { FormControl } from './controls.ts';
import type { Form } from './form.ts';

/** An HTML web resource in a frame. It starts when its tab is first shown, as in a model-driven app. */
export class WebResourceControl extends FormControl {
  readonly frame: HTMLIFrameElement;
  data: string;
  private readonly form: Form;
  private readonly ready: Promise<Window>;
  private source: string | null = null;
  private shownFor: string | null = null;

  constructor(cell: CellInfo, info: ControlInfo, form: Form) {
    super(cell, info, cell.label);
    this.form = form;
    this.data = info.parameters['Data'] ?? '';
    this.frame = h('iframe', { class: 'web-resource', title: cell.label || info.id, id: info.id });
    this.ready = new Promise((resolve) => {
      this.frame.addEventListener('load', () => {
        if (this.source !== null && this.frame.contentWindow) resolve(this.frame.contentWindow);
      });
    });
    this.element.classList.add('web-resource-cell');
    this.element.append(this.frame);
  }

  get src(): string {
    return this.source ?? this.address();
  }

  set src(address: string) {
    this.source = address;
    this.frame.src = address;
  }

  start(): void {
    if (this.source !== null) return;
    this.shownFor = this.form.id;
    this.src = this.address();
  }

  /** A frame that was told of no record gets the id once there is one. */
  recordChanged(): void {
    if (this.source === null || this.shownFor === this.form.id || this.info.parameters['PassParameters'] !== 'true') return;
    this.shownFor = this.form.id;
    this.src = this.address();
  }

  async contentWindow(): Promise<Window> {
    await this.ready;
    return this.frame.contentWindow as Window;
  }

  focus(): void {
    this.frame.focus();
  }

  protected override arrange(): void {
    this.frame.title = this.label || this.name;
  }

  private address(): string {
    const path = webResourcePath(this.info.parameters['Url'] ?? '');
    const query = new URLSearchParams();
    if (this.info.parameters['PassParameters'] === 'true') {
      query.set('id', this.form.id === null ? '' : `{${this.form.id.toUpperCase()}}`);
      query.set('orglcid', String(app().baseLanguage));
      query.set('orgname', app().organizationName);
      query.set('type', '');
      query.set('typename', this.form.table.logicalName);
      query.set('userlcid', String(app().language));
    }
    if (this.data !== '') query.set('data', this.data);
    const text = query.toString();
    return text === '' ? path : `${path}?${text}`;
  }
}
