import type { OptionInfo } from '../data/contract.ts';
import { isLookup } from '../data/metadata.ts';
import { braced, isDateOnly, type Value } from '../data/values.ts';
import type { FormAttribute, RequiredLevel, SubmitMode } from '../form/attribute.ts';
import { FieldControl, type FormControl } from '../form/controls.ts';
import type { Form, FormNotification, Handler } from '../form/form.ts';
import type { FormSection, FormTab } from '../form/layout.ts';
import { runScript } from '../form/scripts.ts';
import { SubgridControl } from '../form/subgrid.ts';
import { WebResourceControl } from '../form/web-resource.ts';
import { navigator } from '../ui/navigator.ts';
import { writeValue } from '../data/values.ts';
import { collection, documented, picker } from './documented.ts';
import { executionContext, type SaveMode } from './execution-context.ts';

/** formContext and what hangs on it: the documented members, over the form the player shows. */

const contexts = new WeakMap<Form, object>();
const attributes = new WeakMap<FormAttribute, object>();
const controls = new WeakMap<FormControl, object>();
const tabs = new WeakMap<FormTab, object>();
const sections = new WeakMap<FormSection, object>();
const entities = new WeakMap<Form, object>();

function once<K extends object>(cache: WeakMap<K, object>, key: K, make: () => object): object {
  let made = cache.get(key);
  if (!made) {
    made = make();
    cache.set(key, made);
  }
  return made;
}

function add<T>(handlers: T[], handler: T): void {
  if (typeof handler !== 'function') throw new Error('An event handler must be a function.');
  if (!handlers.includes(handler)) handlers.push(handler);
}

function drop<T>(handlers: T[], handler: T): void {
  const index = handlers.indexOf(handler);
  if (index >= 0) handlers.splice(index, 1);
}

export function formContextOf(form: Form): object {
  return once(contexts, form, () => documented('formContext', {
    data: dataOf(form),
    ui: uiOf(form),
    getAttribute: picker(() => [...form.attributes.values()].map((attribute) => attributeOf(form, attribute)), nameOf),
    getControl: picker(() => form.allControls.map((control) => controlOf(form, control)), nameOf),
  }));
}

function nameOf(item: object): string {
  return (item as { getName(): string }).getName();
}

function dataOf(form: Form): object {
  return documented('formContext.data', {
    attributes: collection('formContext.data.attributes',
      () => [...form.parameters.values()].map((attribute) => attributeOf(form, attribute)), nameOf),
    entity: entityOf(form),
    addOnLoad: (handler: Handler) => add(form.dataLoadHandlers, handler),
    removeOnLoad: (handler: Handler) => drop(form.dataLoadHandlers, handler),
    getIsDirty: () => form.isDirty,
    isValid: () => form.isValid,
    refresh: (save?: boolean) => form.refresh(save === true),
    save: (options?: { saveMode?: SaveMode }) => save(form, options?.saveMode),
  });
}

async function save(form: Form, mode?: SaveMode): Promise<void> {
  const result = await form.save(mode);
  if (!result.ok) throw result.error;
}

export function entityOf(form: Form): object {
  return once(entities, form, () => documented('formContext.data.entity', {
    attributes: collection('formContext.data.entity.attributes',
      () => [...form.attributes.values()].map((attribute) => attributeOf(form, attribute)), nameOf),
    addOnSave: (handler: Handler) => add(form.saveHandlers, handler),
    removeOnSave: (handler: Handler) => drop(form.saveHandlers, handler),
    addOnPostSave: (handler: Handler) => add(form.postSaveHandlers, handler),
    removeOnPostSave: (handler: Handler) => drop(form.postSaveHandlers, handler),
    getDataXml: () => {
      const root = document.implementation.createDocument(null, form.table.logicalName).documentElement;
      for (const attribute of form.attributes.values()) {
        if (!attribute.isSubmitted(form.id === null)) continue;
        const element = root.ownerDocument.createElement(attribute.name);
        element.textContent = String(Object.values(writeValue(attribute.column, attribute.value))[0] ?? '');
        root.append(element);
      }
      return new XMLSerializer().serializeToString(root);
    },
    getEntityName: () => form.table.logicalName,
    getEntityReference: () => form.reference,
    getId: () => (form.id === null ? '' : braced(form.id)),
    getIsDirty: () => form.isDirty,
    getPrimaryAttributeValue: () => form.reference.name || null,
    isValid: () => form.isValid,
    save: (option?: 'saveandclose' | 'saveandnew') => {
      void form.save(option === 'saveandclose' ? 2 : option === 'saveandnew' ? 59 : 1).then((result) => {
        if (!result.ok || !option) return;
        if (option === 'saveandclose') form.host.close();
        else void navigator().go({ pageType: 'entityrecord', table: form.table.logicalName, id: null, form: null, extra: {} });
      });
    },
  }));
}

function uiOf(form: Form): object {
  const item = documented('formContext.ui.formSelector item', {
    getId: () => form.info.id,
    getLabel: () => form.info.name,
    getVisible: () => true,
  });
  return documented('formContext.ui', {
    addOnLoad: (handler: Handler) => add(form.loadHandlers, handler),
    removeOnLoad: (handler: Handler) => drop(form.loadHandlers, handler),
    setFormNotification: (text: string, level: FormNotification['level'], id: string) => {
      if (!['ERROR', 'WARNING', 'INFO'].includes(level)) throw new Error(`'${String(level)}' is no level of a form notification: ERROR, WARNING or INFO.`);
      form.notify(String(id), { text: String(text), level });
      return true;
    },
    clearFormNotification: (id: string) => {
      const was = form.notifications.has(String(id));
      form.notify(String(id), null);
      return was;
    },
    close: () => form.host.close(),
    controls: collection('formContext.ui.controls', () => form.allControls.map((control) => controlOf(form, control)), nameOf),
    formSelector: documented('formContext.ui.formSelector', {
      getCurrentItem: () => item,
      items: collection('formContext.ui.formSelector.items', () => [item], () => form.info.id),
    }),
    getFormType: () => (form.id === null ? 1 : form.isInactive ? 4 : form.isReadOnly ? 3 : 2),
    getViewPortHeight: () => window.innerHeight,
    getViewPortWidth: () => window.innerWidth,
    refreshRibbon: () => form.host.changed(true),
    tabs: collection('formContext.ui.tabs', () => form.tabs.map((tab) => tabOf(form, tab)), nameOf),
  });
}

export function tabOf(form: Form, tab: FormTab): object {
  return once(tabs, tab, () => {
    const handlers = new Map<Handler, () => void>();
    return documented('tab', {
      sections: collection('tab.sections', () => tab.sections.map((section) => sectionOf(form, section)), nameOf),
      addTabStateChange: (handler: Handler) => {
        if (handlers.has(handler)) return;
        const call = (): unknown => runScript(() => handler(executionContext(form, { kind: 'tab', tab })));
        handlers.set(handler, call);
        tab.stateHandlers.push(call);
      },
      removeTabStateChange: (handler: Handler) => {
        const call = handlers.get(handler);
        if (call) drop(tab.stateHandlers, call);
        handlers.delete(handler);
      },
      getDisplayState: () => (tab.open ? 'expanded' : 'collapsed'),
      setDisplayState: (state: 'expanded' | 'collapsed') => {
        if (state === 'expanded') form.showTab(tab);
      },
      getLabel: () => tab.label,
      setLabel: (label: string) => {
        tab.label = label;
      },
      getName: () => tab.info.name,
      getParent: () => uiOf(form),
      getVisible: () => tab.visible,
      setVisible: (visible: boolean) => {
        tab.visible = visible;
        if (visible || !tab.open) return;
        const other = form.tabs.find((candidate) => candidate.visible);
        if (other) form.showTab(other);
      },
      setFocus: () => {
        form.showTab(tab);
        tab.button.focus();
      },
    });
  });
}

function sectionOf(form: Form, section: FormSection): object {
  return once(sections, section, () => documented('section', {
    controls: collection('section.controls', () => section.controls.map((control) => controlOf(form, control)), nameOf),
    getLabel: () => section.label,
    setLabel: (label: string) => {
      section.label = label;
    },
    getName: () => section.info.name,
    getParent: () => (section.tab ? tabOf(form, section.tab) : null),
    getVisible: () => section.visible,
    setVisible: (visible: boolean) => {
      section.visible = visible;
    },
  }));
}

/** The type names of the client API. */
function attributeType(attribute: FormAttribute): string {
  switch (attribute.column.type) {
    case 'text': return 'string';
    case 'bigInteger': return 'integer';
    case 'float': return 'double';
    case 'dateTime': return 'datetime';
    case 'choice': case 'state': case 'status': return 'optionset';
    case 'choices': return 'multiselectoptionset';
    case 'owner': case 'customer': return 'lookup';
    case 'primaryKey': case 'uniqueIdentifier': return 'string';
    default: return attribute.column.type;
  }
}

function attributeFormat(attribute: FormAttribute): string | null {
  const { column } = attribute;
  if (column.type === 'dateTime') return isDateOnly(column) ? 'date' : 'datetime';
  if (column.type === 'memo') return 'textarea';
  if (column.type === 'text') return column.format === '' ? 'text' : column.format.toLowerCase();
  return null;
}

function option(info: OptionInfo): { text: string; value: number } {
  return { text: info.label, value: info.value };
}

export function attributeOf(form: Form, attribute: FormAttribute): object {
  return once(attributes, attribute, () => {
    const { column } = attribute;
    const type = attributeType(attribute);
    const handlers = new Map<Handler, (depth: number) => void>();
    const options = column.options ?? [];
    const isChoice = type === 'optionset' || type === 'multiselectoptionset';
    const chosen = (): { text: string; value: number }[] => {
      const values = Array.isArray(attribute.value) ? (attribute.value as number[]) : [attribute.value as number];
      return options.filter((candidate) => values.includes(candidate.value)).map(option);
    };
    const numeric = ['integer', 'decimal', 'double', 'money'].includes(type);
    const members = {
      controls: collection('attribute.controls', () => controlsOf(form, attribute).map((control) => controlOf(form, control)), nameOf),
      addOnChange: (handler: Handler) => {
        if (handlers.has(handler)) return;
        const call = (depth: number): unknown => runScript(() => handler(executionContext(form, { kind: 'attribute', attribute }, undefined, depth)));
        handlers.set(handler, call);
        attribute.changeHandlers.push(call);
      },
      removeOnChange: (handler: Handler) => {
        const call = handlers.get(handler);
        if (call) drop(attribute.changeHandlers, call);
        handlers.delete(handler);
      },
      fireOnChange: () => attribute.fireChange(),
      getAttributeType: () => type,
      getFormat: () => attributeFormat(attribute),
      getIsDirty: () => attribute.isDirty,
      getName: () => attribute.name,
      getParent: () => entityOf(form),
      getRequiredLevel: () => attribute.requiredLevel,
      setRequiredLevel: (level: RequiredLevel) => {
        if (!['none', 'recommended', 'required'].includes(level)) throw new Error(`'${String(level)}' is no requirement level: none, recommended or required.`);
        attribute.requiredLevel = level;
      },
      getSubmitMode: () => attribute.submitMode,
      setSubmitMode: (mode: SubmitMode) => {
        if (!['always', 'dirty', 'never'].includes(mode)) throw new Error(`'${String(mode)}' is no submit mode: always, dirty or never.`);
        attribute.submitMode = mode;
      },
      getUserPrivilege: () => ({ canRead: column.canRead, canUpdate: column.canUpdate, canCreate: column.canCreate }),
      getValue: () => attribute.value,
      setValue: (value: Value) => attribute.set(checked(attribute, value)),
      isValid: () => controlsOf(form, attribute).every((control) => !control.blocksSaving)
        && !(attribute.requiredLevel === 'required' && attribute.value === null),
      setIsValid: (valid: boolean, text = '') => {
        for (const control of controlsOf(form, attribute)) control.setNote('setIsValid', valid ? null : { text, level: 'ERROR', actions: [] });
      },
      ...(type === 'string' || type === 'memo' ? { getMaxLength: () => column.maxLength ?? 0 } : {}),
      ...(numeric ? {
        getMin: () => column.min ?? null,
        getMax: () => column.max ?? null,
        getPrecision: () => column.precision ?? 0,
      } : {}),
      ...(isChoice || type === 'boolean' ? { getInitialValue: () => attribute.storedValue } : {}),
      ...(type === 'optionset' ? {
        getOption: (which: string | number) => options.map(option).find((one) => one.value === which || one.text === which) ?? null,
        getOptions: () => options.map(option),
        getSelectedOption: () => chosen()[0] ?? null,
        getText: () => chosen()[0]?.text ?? '',
      } : {}),
      ...(type === 'multiselectoptionset' ? {
        getOption: (which: string | number) => options.map(option).find((one) => one.value === which || one.text === which) ?? null,
        getOptions: () => options.map(option),
        getSelectedOption: () => (attribute.value === null ? null : chosen()),
        getText: () => (attribute.value === null ? null : chosen().map((one) => one.text)),
      } : {}),
      ...(type === 'lookup' ? { getIsPartyList: () => false } : {}),
    };
    return documented(`attribute(${attribute.name})`, members);
  });
}

/** A value of another type than the column's is refused, as the platform does. */
function checked(attribute: FormAttribute, value: Value): Value {
  if (value === null || value === undefined) return null;
  const { column } = attribute;
  const fits = isLookup(column) ? Array.isArray(value) && value.every((item) => typeof item === 'object')
    : column.type === 'choices' ? Array.isArray(value) && value.every((item) => typeof item === 'number')
      : column.type === 'dateTime' ? value instanceof Date
        : column.type === 'boolean' ? typeof value === 'boolean'
          : ['integer', 'bigInteger', 'decimal', 'float', 'money', 'choice', 'state', 'status'].includes(column.type) ? typeof value === 'number'
            : typeof value === 'string';
  if (!fits) throw new Error(`The value of '${attribute.name}' must be of the type '${attributeType(attribute)}'.`);
  return value;
}

function controlsOf(form: Form, attribute: FormAttribute): FieldControl[] {
  return form.allControls.filter((control): control is FieldControl => control instanceof FieldControl && control.attribute === attribute);
}

interface ControlNotification {
  messages: string[];
  notificationLevel: 'ERROR' | 'RECOMMENDATION';
  uniqueId?: string;
  actions?: { message?: string; actions?: (() => void)[] }[];
}

export function controlOf(form: Form, control: FormControl): object {
  return once(controls, control, () => {
    const common = {
      getName: () => control.name,
      getLabel: () => control.label,
      setLabel: (label: string) => {
        control.label = label;
      },
      getParent: () => (control.section ? sectionOf(form, control.section) : null),
      getVisible: () => control.isShown,
      setVisible: (visible: boolean) => {
        control.visible = visible;
      },
      setFocus: () => form.focus(control),
    };
    const path = `control(${control.name})`;
    if (control instanceof FieldControl) return documented(path, { ...common, ...fieldMembers(form, control) });
    if (control instanceof SubgridControl) return documented(path, { ...common, ...subgridMembers(form, control) });
    if (control instanceof WebResourceControl) return documented(path, { ...common, ...webResourceMembers(control) });
    return documented(path, common);
  });
}

function fieldMembers(form: Form, control: FieldControl): object {
  const kind = control.kind;
  return {
    getAttribute: () => attributeOf(form, control.attribute),
    getControlType: () => kind,
    getDisabled: () => control.disabled,
    setDisabled: (disabled: boolean) => {
      control.disabledByScript = disabled;
    },
    setNotification: (text: string, id = '') => {
      control.setNote(String(id), { text: String(text), level: 'ERROR', actions: [] });
      return true;
    },
    addNotification: (notification: ControlNotification) => {
      control.setNote(notification.uniqueId ?? '', {
        text: notification.messages.join(' '),
        level: notification.notificationLevel,
        actions: (notification.actions ?? []).map((action) => ({
          message: action.message ?? '',
          run: () => {
            for (const run of action.actions ?? []) runScript(run);
            control.setNote(notification.uniqueId ?? '', null);
          },
        })),
      });
    },
    clearNotification: (id?: string) => {
      const ids = id === undefined ? control.noteIds : control.noteIds.filter((one) => one === String(id));
      for (const one of ids) control.setNote(one, null);
      return ids.length > 0;
    },
    ...(kind === 'optionset' || kind === 'multiselectoptionset' ? {
      getOptions: () => control.options.map(option),
      addOption: (added: { text: string; value: number }, index?: number) => {
        const options = [...control.options];
        options.splice(index ?? options.length, 0, { value: added.value, label: added.text });
        control.offer(options);
      },
      removeOption: (value: number) => control.offer(control.options.filter((candidate) => candidate.value !== value)),
      clearOptions: () => control.offer([]),
    } : {}),
    ...(kind === 'lookup' ? { getEntityTypes: () => control.attribute.column.targets } : {}),
  };
}

function subgridMembers(form: Form, control: SubgridControl): object {
  return {
    getControlType: () => 'subgrid',
    addOnLoad: (handler: Handler) => add(control.loadHandlers, handler),
    removeOnLoad: (handler: Handler) => drop(control.loadHandlers, handler),
    getEntityName: () => control.info.parameters['TargetEntityType'] ?? '',
    getGrid: () => documented('gridContext.getGrid()', {
      getTotalRecordCount: () => control.total,
      getSelectedRows: () => collection('getSelectedRows()', () => (control.grid?.selection ?? []).map((row) => documented('gridRow', {
        getData: () => documented('gridRow.getData()', {
          getEntity: () => documented('gridRow.entity', {
            getEntityName: () => row.entityType,
            getEntityReference: () => row,
            getId: () => row.id,
            getPrimaryAttributeValue: () => row.name,
          }),
        }),
      })), () => ''),
    }),
    getRelationship: () => documented('gridContext.getRelationship()', {
      name: control.relationship,
      relationshipType: 0,
      roleType: 1,
      attributeName: form.table.children.find((child) => child.name === control.relationship)?.column ?? '',
      navigationPropertyName: form.table.children.find((child) => child.name === control.relationship)?.navigation ?? '',
    }),
    refresh: () => void control.load(),
  };
}

function webResourceMembers(control: WebResourceControl): object {
  return {
    getControlType: () => 'webresource',
    getContentWindow: () => control.contentWindow(),
    getData: () => control.data,
    setData: (data: string) => {
      control.data = data;
    },
    getObject: () => control.frame,
    getSrc: () => control.src,
    setSrc: (address: string) => {
      control.src = address;
    },
  };
}

