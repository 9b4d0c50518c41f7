import { h, icon, newId } from './dom.ts';
import { t } from './strings.ts';

interface DialogButton<T> {
  label: string;
  value: T;
  primary?: boolean;
}

interface DialogOptions<T> {
  title: string;
  content: (Node | string)[];
  buttons: DialogButton<T>[];
  /** What Esc answers. */
  escape: T;
  kind?: 'error' | 'plain';
}

/** Shows a modal dialog and resolves with the pressed button's value. */
export function ask<T>(options: DialogOptions<T>): Promise<T> {
  return new Promise((resolve) => {
    const title = newId('dialog-title');
    const body = newId('dialog-body');
    const before = document.activeElement;
    const close = (value: T): void => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(value);
    };
    const dialog = h('dialog', {
      class: 'dialog',
      role: 'alertdialog',
      'aria-labelledby': title,
      'aria-describedby': body,
      onCancel: (event: Event) => {
        event.preventDefault();
        close(options.escape);
      },
    },
    h('h2', { id: title, class: 'dialog-title' }, options.kind === 'error' && icon('error'), options.title),
    h('div', { id: body, class: 'dialog-body' }, ...options.content),
    h('div', { class: 'dialog-buttons' },
      ...options.buttons.map((button) => h('button', {
        type: 'button',
        class: button.primary ? 'button primary' : 'button',
        autofocus: button.primary ?? false,
        onClick: () => close(button.value),
      }, button.label))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export async function alertDialog(title: string, text: string, button = t('ok')): Promise<void> {
  await ask({ title, content: paragraphs(text), buttons: [{ label: button, value: undefined, primary: true }], escape: undefined });
}

export function confirmDialog(title: string, text: string, yes = t('ok'), no = t('cancel')): Promise<boolean> {
  return ask({
    title,
    content: paragraphs(text),
    buttons: [{ label: yes, value: true, primary: true }, { label: no, value: false }],
    escape: false,
  });
}

/** The dialog in which the platform shows what a plug-in refused, with the details folded away. */
export async function errorDialog(title: string, text: string, details = ''): Promise<void> {
  await ask({
    title,
    kind: 'error',
    content: [
      ...paragraphs(text),
      ...(details ? [h('details', { class: 'dialog-details' }, h('summary', {}, t('showDetails')), h('pre', { tabindex: 0 }, details))] : []),
    ],
    buttons: [{ label: t('ok'), value: undefined, primary: true }],
    escape: undefined,
  });
}

function paragraphs(text: string): HTMLElement[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => h('p', {}, line));
}

let progress: HTMLDialogElement | null = null;

export function showProgress(text: string): void {
  closeProgress();
  progress = h('dialog', { class: 'progress', 'aria-label': text, onCancel: (event: Event) => event.preventDefault() },
    spinner(), h('p', { role: 'status' }, text));
  document.body.append(progress);
  progress.showModal();
}

export function closeProgress(): void {
  progress?.close();
  progress?.remove();
  progress = null;
}

export function spinner(): HTMLElement {
  return h('span', { class: 'spinner', 'aria-hidden': 'true' });
}

/** Says something to screen readers without showing it. */
export function announce(text: string): void {
  let region = document.getElementById('announcer');
  if (!region) {
    region = h('div', { id: 'announcer', class: 'hidden-text', role: 'status' });
    document.body.append(region);
  }
  region.textContent = text;
}
