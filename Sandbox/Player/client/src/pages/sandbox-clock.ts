import { send } from '../data/web-api.ts';
import { announce, errorDialog } from '../ui/dialogs.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { popupButton } from '../ui/popup-button.ts';
import { currentLocale, t } from '../ui/strings.ts';

interface ClockState {
  now: string;
  daysAhead: number;
  canMove: boolean;
}

const address = '/sandbox/clock';

/** Shows and moves the sandbox's clock, so that what ages, ends or is due can be seen today. The sandbox's own, no part of the app. */
export function sandboxClock(moved: () => void): HTMLElement {
  const face = h('span', { class: 'clock-face' });
  const shown = h('p', { class: 'clock-now' });
  const ahead = h('p', { class: 'account-note' });
  const days = h('input', { class: 'input', id: newId('clock-days'), type: 'number', step: '1', value: '1', required: true });
  const reset = h('button', { type: 'button', class: 'button', onClick: () => void change('DELETE') }, t('clockReset'));
  const form = h('form', {
    class: 'clock-form',
    onSubmit: (event: Event) => {
      event.preventDefault();
      void change('POST', { days: days.valueAsNumber });
    },
  }, h('label', { for: days.id }, t('clockDays')), days, h('button', { class: 'button primary' }, t('clockMove')), reset);

  const show = (state: ClockState): void => {
    const now = new Date(state.now);
    const isMoved = Math.abs(state.daysAhead) >= 0.01;
    const short = now.toLocaleDateString(currentLocale(), { timeZone: 'UTC' });
    face.textContent = isMoved ? short : '';
    shown.textContent = `${now.toLocaleString(currentLocale(), { timeZone: 'UTC', dateStyle: 'full', timeStyle: 'short' })} UTC`;
    ahead.textContent = isMoved ? t('clockMoved', new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 1 }).format(state.daysAhead)) : t('clockReal');
    form.hidden = !state.canMove;
    element.querySelector('button')?.setAttribute('aria-label', isMoved ? t('clockAt', short) : t('clock'));
    element.classList.toggle('clock-moved', isMoved);
  };
  const change = async (method: string, body?: unknown): Promise<void> => {
    try {
      const state = (await (await send(method, address, body)).json()) as ClockState;
      show(state);
      if (method !== 'GET') {
        announce(shown.textContent ?? '');
        moved();
      }
    } catch (reason) {
      await errorDialog(t('clock'), reason instanceof Error ? reason.message : String(reason));
    }
  };
  const element = popupButton(
    { class: 'clock-button', label: t('clock'), title: t('clock'), panelClass: 'clock-panel' },
    [icon('clock'), face],
    [h('h2', { class: 'clock-title' }, t('clock')), shown, ahead, form, h('p', { class: 'account-note' }, t('clockNote'))],
    () => void change('GET'));
  void change('GET');
  return element;
}
