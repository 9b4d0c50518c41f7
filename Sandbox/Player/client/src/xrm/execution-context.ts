import type { FormAttribute } from '../form/attribute.ts';
import type { FormControl } from '../form/controls.ts';
import type { Form } from '../form/form.ts';
import type { FormTab } from '../form/layout.ts';
import { documented } from './documented.ts';
import { attributeOf, controlOf, entityOf, formContextOf, tabOf } from './form-context.ts';
import { globalContext } from './global-context.ts';

/** 1 first load, 2 after a save, 3 after a refresh. */
export type LoadState = 1 | 2 | 3;

/** 1 save, 2 save and close, 59 save and new. */
export type SaveMode = 1 | 2 | 59;

export type EventSource =
  | { kind: 'form' }
  | { kind: 'entity' }
  | { kind: 'attribute'; attribute: FormAttribute }
  | { kind: 'control'; control: FormControl }
  | { kind: 'tab'; tab: FormTab };

/** What a handler is called with. */
export function executionContext(form: Form, source: EventSource, args?: object, depth = 1): object {
  const shared = new Map<string, unknown>();
  return documented('executionContext', {
    getFormContext: () => formContextOf(form),
    getEventSource: () => {
      switch (source.kind) {
        case 'attribute': return attributeOf(form, source.attribute);
        case 'control': return controlOf(form, source.control);
        case 'tab': return tabOf(form, source.tab);
        case 'entity': return entityOf(form);
        case 'form': return formContextOf(form);
      }
    },
    getEventArgs: () => (args ? documented('eventArgs', args) : null),
    getDepth: () => depth,
    getContext: () => globalContext(),
    getSharedVariable: (key: string) => shared.get(key),
    setSharedVariable: (key: string, value: unknown) => {
      shared.set(key, value);
    },
  });
}
