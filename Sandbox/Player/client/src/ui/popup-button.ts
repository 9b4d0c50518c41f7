import { h, newId } from './dom.ts';

/** A button of the header and what it opens: closed by Esc, by leaving it, and by pressing the button again. */
export function popupButton(
  properties: { class: string; label: string; title: string; panelClass: string; initials?: string },
  face: Node[],
  content: Node[],
  opened?: () => void,
): HTMLElement {
  const id = newId('popup');
  const panel = h('div', { id, class: `popup ${properties.panelClass}`, role: 'group', 'aria-label': properties.title, tabindex: -1, hidden: true }, ...content);
  const toggle = (open: boolean): void => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) opened?.();
  };
  const button = h('button', {
    type: 'button',
    class: properties.class,
    'aria-label': properties.label,
    title: properties.title,
    'aria-expanded': 'false',
    'aria-controls': id,
    'data-initials': properties.initials,
    onClick: () => toggle(panel.hidden === true),
  }, ...face);
  const owner = h('div', {
    class: 'popup-owner',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      toggle(false);
      button.focus();
    },
    onFocusOut: (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node) || !owner.contains(event.relatedTarget)) toggle(false);
    },
  }, button, panel);
  return owner;
}
