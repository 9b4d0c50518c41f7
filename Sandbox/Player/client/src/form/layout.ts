import type { CellInfo, SectionInfo, TabInfo } from '../data/contract.ts';
import { h, newId } from '../ui/dom.ts';
import type { FormControl } from './controls.ts';

/** Tabs and sections of a form. */

export class FormSection {
  readonly info: SectionInfo;
  readonly controls: FormControl[] = [];
  readonly element: HTMLElement;
  tab: FormTab | null = null;
  private shown: boolean;
  private text: string;
  private readonly title: HTMLElement;

  constructor(info: SectionInfo, makeControl: (cell: CellInfo) => FormControl | null) {
    this.info = info;
    this.shown = info.visible;
    this.text = info.label;
    const titleId = newId('section');
    this.title = h('h2', { id: titleId, class: info.showLabel ? 'section-title' : 'hidden-text', hidden: info.label === '' }, info.label);
    const cells = h('div', { class: 'section-cells', style: `--columns: ${info.columns}`, 'data-columns': info.columns });
    // Groups, not landmarks: two sections may have the same name, or none.
    this.element = h('div', {
      class: 'section', role: info.label === '' ? null : 'group', 'aria-labelledby': info.label === '' ? null : titleId, 'data-id': info.name,
    }, this.title, cells);
    const taken = new Set<string>();
    info.rows.forEach((row, rowIndex) => {
      let column = 0;
      for (const cell of row) {
        while (taken.has(`${rowIndex}.${column}`)) column += 1;
        const colspan = Math.min(cell.colspan, info.columns);
        for (let down = 0; down < cell.rowspan; down++)
          for (let right = 0; right < colspan; right++) taken.add(`${rowIndex + down}.${column + right}`);
        const control = cell.control ? makeControl(cell) : null;
        if (control) {
          control.section = this;
          control.element.style.setProperty('--row', String(rowIndex + 1));
          control.element.style.setProperty('--column', String(column + 1));
          control.element.style.setProperty('--rowspan', String(cell.rowspan));
          control.element.style.setProperty('--colspan', String(colspan));
          this.controls.push(control);
          cells.append(control.element);
        }
        column += colspan;
      }
    });
    this.arrange();
  }

  get label(): string {
    return this.text;
  }

  set label(text: string) {
    this.text = text;
    this.title.textContent = text;
    this.title.hidden = text === '';
  }

  get visible(): boolean {
    return this.shown;
  }

  set visible(visible: boolean) {
    this.shown = visible;
    this.arrange();
  }

  get isShown(): boolean {
    return this.shown && (this.tab === null || this.tab.visible);
  }

  /** A section without anything to see is not drawn. */
  arrange(): void {
    this.element.hidden = !this.shown || !this.controls.some((control) => control.visible);
  }
}

export class FormTab {
  readonly info: TabInfo;
  readonly sections: FormSection[];
  readonly panel: HTMLElement;
  readonly button: HTMLButtonElement;
  /** Handlers of the tab state change event. */
  readonly stateHandlers: (() => void)[] = [];
  /** Called when something about the tab row changed. */
  changed: () => void = () => undefined;
  private shown: boolean;
  private text: string;
  private isOpen = false;

  constructor(info: TabInfo, makeControl: (cell: CellInfo) => FormControl | null) {
    this.info = info;
    this.shown = info.visible;
    this.text = info.label;
    const buttonId = newId('tab');
    const panelId = newId('panel');
    const columns = info.columns.map((column) => ({
      width: column.width,
      sections: column.sections.map((section) => new FormSection(section, makeControl)),
    }));
    this.sections = columns.flatMap((column) => column.sections);
    for (const section of this.sections) section.tab = this;
    this.panel = h('div', {
      id: panelId,
      role: 'tabpanel',
      class: 'tab-panel',
      'aria-labelledby': buttonId,
      'data-id': info.name,
      style: `--widths: ${columns.map((column) => fraction(column.width)).join(' ')}`,
      hidden: true,
    }, ...columns.map((column) => h('div', { class: 'tab-column' }, ...column.sections.map((section) => section.element))));
    this.button = h('button', {
      type: 'button', role: 'tab', id: buttonId, class: 'tab', 'aria-controls': panelId, 'aria-selected': 'false', tabindex: -1,
    }, info.label);
  }

  get label(): string {
    return this.text;
  }

  set label(text: string) {
    this.text = text;
    this.button.textContent = text;
  }

  get visible(): boolean {
    return this.shown;
  }

  set visible(visible: boolean) {
    this.shown = visible;
    this.changed();
  }

  get open(): boolean {
    return this.isOpen;
  }

  set open(open: boolean) {
    this.isOpen = open;
    this.panel.hidden = !open;
    this.button.setAttribute('aria-selected', String(open));
    this.button.tabIndex = open ? 0 : -1;
  }

  get controls(): FormControl[] {
    return this.sections.flatMap((section) => section.controls);
  }
}

function fraction(width: string): string {
  const percent = Number.parseFloat(width);
  return `minmax(0, ${Number.isFinite(percent) && percent > 0 ? percent : 100}fr)`;
}
