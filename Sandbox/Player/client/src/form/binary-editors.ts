import type { Value } from '../data/values.ts';
import { apiPath, send } from '../data/web-api.ts';
import { h, icon } from '../ui/dom.ts';
import { t } from '../ui/strings.ts';
import type { Editor, EditorContext } from './editors.ts';

export interface BinaryContext extends EditorContext {
  /** Address of the column's bytes; null while the record is new. */
  storedUrl(): string | null;
  /** Name of the stored file. */
  storedName(): string;
  /** Called when the stored bytes changed by themselves, outside a save. */
  stored(): Promise<void>;
}

const kilobyte = 1024;

function picker(accept: string | null, picked: (file: File) => void): HTMLInputElement {
  const input = h('input', { type: 'file', class: 'hidden-file', tabindex: -1, 'aria-hidden': 'true', accept });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) picked(file);
  });
  return input;
}

function tooBig(context: BinaryContext, file: File): boolean {
  const limit = context.column.max;
  const big = limit !== undefined && file.size > limit * kilobyte;
  context.complain(big ? t('fileTooBig', Math.ceil(file.size / kilobyte), limit) : null);
  return big;
}

/** An image is part of the record: it is saved with the other columns. */
export function imageEditor(context: BinaryContext): Editor {
  let disabled = false;
  const image = h('img', { class: 'image-preview', alt: '' });
  const nothing = h('span', { class: 'placeholder' }, t('noValue'));
  const choose = h('button', { type: 'button', class: 'button', 'aria-describedby': context.labelId, onClick: () => file.click() });
  const remove = h('button', { type: 'button', class: 'button', 'aria-describedby': context.labelId, onClick: () => context.enter(null) },
    icon('remove'), t('removeImage'));
  const file = picker('image/*', (picked) => {
    if (tooBig(context, picked)) return;
    context.wait(new Promise((done) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => context.enter(String(reader.result).replace(/^[^,]*,/, '')));
      reader.addEventListener('error', () => context.complain(reader.error?.message ?? picked.name));
      reader.addEventListener('loadend', () => done());
      reader.readAsDataURL(picked);
    }));
  });
  let value: Value = null;
  const arrange = (): void => {
    const source = typeof value === 'string' ? sourceOf(value) : null;
    image.hidden = source === null;
    nothing.hidden = source !== null;
    if (source !== null) {
      image.src = source;
      image.alt = t('imageOf', context.label());
    }
    choose.replaceChildren(icon('upload'), t(source === null ? 'chooseImage' : 'changeImage'));
    choose.hidden = disabled;
    remove.hidden = disabled || source === null;
  };
  return {
    element: h('div', { class: 'binary' }, h('div', { class: 'image-frame' }, image, nothing), h('div', { class: 'binary-buttons' }, choose, remove, file)),
    input: choose,
    show(shown) {
      value = shown;
      arrange();
    },
    disable(now) {
      disabled = now;
      arrange();
    },
  };
}

/** The value of an image is the address of what is stored, or the bytes to store as base64. */
function sourceOf(value: string): string {
  return value.startsWith(apiPath) ? value : `data:${imageType(value)};base64,${value}`;
}

function imageType(base64: string): string {
  return base64.startsWith('/9j/') ? 'image/jpeg'
    : base64.startsWith('R0lG') ? 'image/gif'
      : base64.startsWith('Qk') ? 'image/bmp'
        : base64.startsWith('UklG') ? 'image/webp' : 'image/png';
}

/** A file is stored at once, beside the record, as in a model-driven app. */
export function fileEditor(context: BinaryContext): Editor {
  let disabled = false;
  const link = h('a', { class: 'file-link', download: '' });
  const nothing = h('span', { class: 'placeholder' });
  const choose = h('button', { type: 'button', class: 'button', 'aria-describedby': context.labelId, onClick: () => file.click() },
    icon('upload'), t('chooseFile'));
  const remove = h('button', { type: 'button', class: 'icon-button', onClick: () => void change('DELETE') }, icon('close'));
  const file = picker(null, (picked) => {
    if (!tooBig(context, picked)) void change('PATCH', picked);
  });
  let address = '';

  async function change(method: 'PATCH' | 'DELETE', picked?: File): Promise<void> {
    nothing.textContent = picked ? t('uploading', picked.name) : '';
    nothing.hidden = false;
    choose.disabled = true;
    try {
      await send(method, address, picked, picked ? { 'x-ms-file-name': encodeURIComponent(picked.name) } : {});
      context.complain(null);
      await context.stored();
    } catch (reason) {
      context.complain(reason instanceof Error ? reason.message : String(reason));
    }
    choose.disabled = false;
    arrange();
  }

  function arrange(): void {
    const url = context.storedUrl();
    const name = context.storedName();
    address = url ?? '';
    const has = url !== null && name !== '';
    link.hidden = !has;
    remove.hidden = !has || disabled;
    nothing.hidden = has;
    nothing.textContent = url === null ? t('saveFirst') : t('noValue');
    choose.hidden = disabled || url === null;
    if (!has) return;
    link.href = `${url}/$value`;
    link.download = name;
    link.replaceChildren(icon('download'), name);
    link.setAttribute('aria-label', t('download', name));
    remove.setAttribute('aria-label', t('removeValue', name));
    remove.title = t('removeValue', name);
  }

  return {
    element: h('div', { class: 'binary' }, h('div', { class: 'file-line' }, link, remove, nothing), h('div', { class: 'binary-buttons' }, choose, file)),
    input: choose,
    show: arrange,
    disable(now) {
      disabled = now;
      arrange();
    },
  };
}
