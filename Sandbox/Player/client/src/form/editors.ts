import type { ColumnInfo, OptionInfo } from '../data/contract.ts';
import { dayText, isDateOnly, type Value } from '../data/values.ts';
import { instantOf, userZone, wallText, zoneOf } from '../data/zones.ts';
import { h, icon, newId } from '../ui/dom.ts';
import { currentLocale, t } from '../ui/strings.ts';
import { parseNumber } from './numbers.ts';

/** What a person edits a value in. */
export interface Editor {
  readonly element: HTMLElement;
  /** What the label names and the focus goes to. */
  readonly input: HTMLElement;
  show(value: Value): void;
  disable(disabled: boolean): void;
  /** Options a choice offers now; only where there are options. */
  offer?(options: OptionInfo[]): void;
}

export interface EditorContext {
  column: ColumnInfo;
  labelId: string;
  label(): string;
  /** The person entered a value. */
  enter(value: Value): void;
  /** Holds up a save until what was chosen has been read. */
  wait(work: Promise<void>): void;
  /** The person entered something that is no value of the column; null when that is mended. */
  complain(problem: string | null): void;
}

export function textEditor(context: EditorContext): Editor {
  const { column } = context;
  const kind = column.format.toLowerCase();
  const input = h('input', {
    type: 'text',
    class: 'input',
    autocomplete: 'off',
    placeholder: t('noValue'),
    inputmode: kind === 'url' ? 'url' : kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : null,
    spellcheck: kind === 'url' || kind === 'email' ? 'false' : null,
    'aria-labelledby': context.labelId,
    onChange: () => commit(),
  });
  const open = h('a', { class: 'icon-button inside', target: '_blank', rel: 'noopener noreferrer', hidden: true });
  const act = kind === 'url' ? { scheme: '', text: 'openLink', icon: 'open' } as const
    : kind === 'email' ? { scheme: 'mailto:', text: 'sendMail', icon: 'mail' } as const
      : kind === 'phone' ? { scheme: 'tel:', text: 'call', icon: 'phone' } as const : null;
  if (act) open.append(icon(act.icon));
  const commit = (): void => {
    const text = input.value;
    const limit = column.maxLength;
    if (limit && text.length > limit) context.complain(t('tooLong', limit.toLocaleString(currentLocale()), text.length.toLocaleString(currentLocale())));
    else {
      context.complain(null);
      context.enter(text.trim() === '' ? null : text);
    }
  };
  return {
    element: h('div', { class: 'input-row' }, input, act && open),
    input,
    show(value) {
      const text = value === null ? '' : String(value);
      if (input.value !== text) input.value = text;
      if (!act) return;
      const usable = act.scheme !== '' || /^https?:\/\//i.test(text);
      open.hidden = text === '' || !usable;
      if (!open.hidden) {
        open.href = act.scheme + text;
        open.setAttribute('aria-label', t(act.text, act.scheme === '' ? context.label() : text));
        open.title = open.getAttribute('aria-label') ?? '';
      }
    },
    disable(disabled) {
      input.readOnly = disabled;
    },
  };
}

export function memoEditor(context: EditorContext, rows: number): Editor {
  const limit = context.column.maxLength;
  const input = h('textarea', {
    class: 'input',
    rows: Math.max(3, rows * 2),
    placeholder: t('noValue'),
    'aria-labelledby': context.labelId,
    onChange: () => {
      if (limit && input.value.length > limit) context.complain(t('tooLong', limit.toLocaleString(currentLocale()), input.value.length.toLocaleString(currentLocale())));
      else {
        context.complain(null);
        context.enter(input.value === '' ? null : input.value);
      }
    },
  });
  return {
    element: input,
    input,
    show(value) {
      const text = value === null ? '' : String(value);
      if (input.value !== text) input.value = text;
    },
    disable(disabled) {
      input.readOnly = disabled;
    },
  };
}

export function numberEditor(context: EditorContext): Editor {
  const { column } = context;
  const whole = column.type === 'integer' || column.type === 'bigInteger';
  const digits = whole ? 0 : column.precision ?? 2;
  const format = new Intl.NumberFormat(currentLocale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const min = column.min ?? (whole ? -2147483648 : -100000000000);
  const max = column.max ?? (whole ? 2147483647 : 100000000000);
  const input = h('input', {
    type: 'text',
    class: 'input',
    autocomplete: 'off',
    inputmode: whole ? 'numeric' : 'decimal',
    placeholder: t('noValue'),
    'aria-labelledby': context.labelId,
    onChange: () => {
      const number = parseNumber(input.value, currentLocale());
      const wrong = number !== null && (!Number.isFinite(number) || number < min || number > max || (whole && !Number.isInteger(number)));
      if (wrong) {
        const bound = new Intl.NumberFormat(currentLocale());
        context.complain(t(whole ? 'wholeNumber' : 'decimalNumber', bound.format(min), bound.format(max)));
        return;
      }
      context.complain(null);
      const kept = number === null ? null : Number(number.toFixed(digits));
      context.enter(kept);
      input.value = kept === null ? '' : format.format(kept);
    },
  });
  return {
    element: input,
    input,
    show(value) {
      input.value = typeof value === 'number' ? format.format(value) : '';
    },
    disable(disabled) {
      input.readOnly = disabled;
    },
  };
}

export function dateEditor(context: EditorContext): Editor {
  const dayOnly = isDateOnly(context.column);
  const type = dayOnly ? 'date' : 'datetime-local';
  const zone = zoneOf(context.column);
  let shown: Date | null = null;
  const show = (): void => {
    input.value = shown === null ? ''
      : input.type === 'text' ? dateText(shown, dayOnly, zone) : dayOnly ? dayText(shown) : wallText(shown, zone);
  };
  const input = h('input', {
    type,
    placeholder: t('noValue'),
    class: 'input',
    max: dayOnly ? '9999-12-31' : '9999-12-31T23:59',
    'aria-labelledby': context.labelId,
    onChange: () => {
      if (input.validity.badInput) {
        context.complain(t('badDate'));
        return;
      }
      context.complain(null);
      context.enter(input.value === '' ? null : dayOnly ? localDay(input.value) : instantOf(input.value, zone));
    },
  });
  return {
    element: input,
    input,
    show(value) {
      shown = value instanceof Date ? value : null;
      show();
    },
    disable(disabled) {
      // What cannot be changed is plain text, without the pattern and the picker of an empty date.
      if (input.readOnly === disabled) return;
      input.readOnly = disabled;
      input.type = disabled ? 'text' : type;
      show();
    },
  };
}

/** A date as the user's language writes it, a time as a clock of the zone shows it. */
export function dateText(date: Date, dayOnly: boolean, zone = userZone()): string {
  return date.toLocaleString(currentLocale(), dayOnly ? { dateStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
}

function localDay(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, day);
}

export function booleanEditor(context: EditorContext): Editor {
  const label = (value: boolean): string =>
    context.column.options?.find((option) => option.value === Number(value))?.label || t(value ? 'yes' : 'no');
  const text = h('span', { class: 'switch-text' });
  const input = h('button', {
    type: 'button',
    role: 'switch',
    class: 'switch',
    'aria-labelledby': context.labelId,
    onClick: () => context.enter(input.getAttribute('aria-checked') !== 'true'),
  }, h('span', { class: 'switch-track' }), text);
  return {
    element: input,
    input,
    show(value) {
      input.setAttribute('aria-checked', String(value === true));
      text.textContent = label(value === true);
    },
    disable(disabled) {
      input.disabled = disabled;
    },
  };
}

export function choiceEditor(context: EditorContext): Editor {
  const { column } = context;
  const mayBeEmpty = column.type === 'choice';
  const input = h('select', {
    class: 'input',
    'aria-labelledby': context.labelId,
    onChange: () => context.enter(input.value === '' ? null : Number(input.value)),
  });
  let shown: Value = null;
  let offered = column.options ?? [];
  const fill = (): void => {
    const known = offered.some((option) => option.value === shown);
    const missing = shown !== null && !known ? column.options?.find((option) => option.value === shown) : undefined;
    input.replaceChildren(
      ...(mayBeEmpty || shown === null ? [h('option', { value: '' }, t(input.disabled ? 'noValue' : 'select'))] : []),
      ...(missing ? [missing] : []).concat(offered).map((option) => h('option', { value: option.value }, option.label)),
    );
    input.value = shown === null ? '' : String(shown);
  };
  fill();
  return {
    element: input,
    input,
    show(value) {
      shown = value;
      fill();
    },
    disable(disabled) {
      if (input.disabled === disabled) return;
      input.disabled = disabled;
      fill();
    },
    offer(options) {
      offered = options;
      fill();
    },
  };
}

export function choicesEditor(context: EditorContext): Editor {
  const options = context.column.options ?? [];
  const panelId = newId('choices');
  const valueId = newId('choices-value');
  let selected: number[] = [];
  const text = h('span', { id: valueId, class: 'choices-value' });
  const input = h('button', {
    type: 'button',
    class: 'input choices',
    'aria-expanded': 'false',
    'aria-controls': panelId,
    'aria-labelledby': `${context.labelId} ${valueId}`,
    onClick: () => toggle(panel.hidden === true),
  }, text, icon('down'));
  const boxes = options.map((option) => h('input', {
    type: 'checkbox',
    value: option.value,
    onChange: () => context.enter(options.map((one) => one.value).filter((_, index) => boxes[index]?.checked)),
  }));
  const panel = h('div', { id: panelId, class: 'popup choices-panel', role: 'group', 'aria-labelledby': context.labelId, hidden: true },
    ...options.map((option, index) => h('label', { class: 'choice-line' }, boxes[index], h('span', {}, option.label))));
  const element = h('div', {
    class: 'popup-owner',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !panel.hidden) {
        event.stopPropagation();
        toggle(false);
        input.focus();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (panel.hidden) toggle(true);
        const at = boxes.findIndex((box) => box === document.activeElement);
        boxes[Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), boxes.length - 1)]?.focus();
      }
    },
    onFocusOut: (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) toggle(false);
    },
  }, input, panel);
  // A click on a label takes the focus away for a moment; the panel must not close on it.
  panel.addEventListener('mousedown', (event) => {
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  });
  const toggle = (open: boolean): void => {
    panel.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
  };
  return {
    element,
    input,
    show(value) {
      selected = Array.isArray(value) ? (value as number[]) : [];
      boxes.forEach((box, index) => {
        box.checked = selected.includes(options[index]?.value ?? Number.NaN);
      });
      const chosen = options.filter((option) => selected.includes(option.value));
      text.textContent = chosen.length === 0 ? t('noValue') : chosen.map((option) => option.label).join('; ');
    },
    disable(disabled) {
      input.disabled = disabled;
      if (disabled) toggle(false);
    },
  };
}
