import { h, icon, newId, tableIcon } from './dom.ts';
import { t } from './strings.ts';

export interface Command {
  id: string;
  label: string;
  icon: string;
  /** Web resource drawn instead of the icon. */
  image?: string | undefined;
  toolTip?: string;
  iconOnly?: boolean;
  /** As aria-keyshortcuts has it. */
  keys?: string;
  disabled?: boolean;
  run(): void;
}

/** A row of commands. What does not fit goes into the menu at its end; the arrow keys move along it. */
export class CommandBar {
  readonly element: HTMLElement;
  private readonly row = h('div', { class: 'commands-row' });
  private readonly menu: HTMLElement;
  private readonly more: HTMLButtonElement;
  private commands: Command[] = [];
  private drawn = '';

  constructor(kind: 'page' | 'subgrid') {
    const menuId = newId('commands');
    this.menu = h('div', { id: menuId, class: 'popup commands-menu', hidden: true });
    this.more = h('button', {
      type: 'button',
      class: 'command more',
      'aria-label': t('moreCommands'),
      title: t('moreCommands'),
      'aria-expanded': 'false',
      'aria-controls': menuId,
      hidden: true,
      onClick: () => this.toggle(this.menu.hidden === true),
    }, icon('more'));
    this.element = h('div', {
      class: `commands ${kind}`,
      role: 'toolbar',
      'aria-label': t('commands'),
      onKeyDown: (event: KeyboardEvent) => this.onKey(event),
      onFocusOut: (event: FocusEvent) => {
        if (!(event.relatedTarget instanceof Node) || !this.element.contains(event.relatedTarget)) this.toggle(false);
      },
    }, this.row, h('div', { class: 'popup-owner' }, this.more, this.menu));
    new ResizeObserver(() => this.fit()).observe(this.element);
  }

  show(commands: Command[]): void {
    this.commands = commands;
    const drawn = commands.map((command) => `${command.id}|${command.label}|${String(command.disabled)}`).join('\n');
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['id'] : undefined;
    this.row.replaceChildren(...commands.map((command) => this.button(command)));
    this.menu.replaceChildren();
    this.fit();
    if (focused !== undefined) this.buttons().find((button) => button.dataset['id'] === focused)?.focus();
  }

  /** Runs a command as a press of its button would. */
  run(id: string): boolean {
    const command = this.commands.find((candidate) => candidate.id === id && !candidate.disabled);
    command?.run();
    return command !== undefined;
  }

  private button(command: Command): HTMLButtonElement {
    return h('button', {
      type: 'button',
      class: 'command',
      'data-id': command.id,
      title: command.toolTip || command.label,
      'aria-label': command.iconOnly ? command.label : null,
      'aria-keyshortcuts': command.keys,
      disabled: command.disabled ?? false,
      onClick: () => {
        this.toggle(false);
        this.run(command.id);
      },
    }, command.image ? tableIcon(command.image) : icon(command.icon), !command.iconOnly && h('span', {}, command.label));
  }

  private fit(): void {
    const all = [...this.menu.children, ...this.row.children];
    const order = new Map(this.commands.map((command, index) => [command.id, index]));
    all.sort((one, other) => (order.get((one as HTMLElement).dataset['id'] ?? '') ?? 0) - (order.get((other as HTMLElement).dataset['id'] ?? '') ?? 0));
    this.row.replaceChildren(...all.filter((button) => order.has((button as HTMLElement).dataset['id'] ?? '')));
    this.menu.replaceChildren();
    this.more.hidden = true;
    if (this.row.scrollWidth <= this.row.clientWidth + 1) {
      this.toggle(false);
      return;
    }
    this.more.hidden = false;
    while (this.row.lastElementChild && this.row.children.length > 1 && this.row.scrollWidth > this.row.clientWidth + 1)
      this.menu.prepend(this.row.lastElementChild);
  }

  private buttons(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter((button) => button.checkVisibility());
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.menu.hidden) {
      event.stopPropagation();
      this.toggle(false);
      this.more.focus();
      return;
    }
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = this.buttons();
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  private toggle(open: boolean): void {
    this.menu.hidden = !open;
    this.more.setAttribute('aria-expanded', String(open));
  }
}
