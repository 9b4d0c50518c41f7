import type { CallParameter, CommandInfo, RuleInfo, TableInfo } from '../data/contract.ts';
import type { Form } from '../form/form.ts';
import { findFunction, loadLibraries, runScript, showScriptError } from '../form/scripts.ts';
import type { SubgridControl } from '../form/subgrid.ts';
import { controlOf, formContextOf } from '../xrm/form-context.ts';
import type { Command } from './command-bar.ts';
import type { Grid } from './grid.ts';

/** What a ribbon's buttons act on. */
export interface RibbonContext {
  table: TableInfo;
  location: 'form' | 'grid' | 'subgrid';
  form?: Form;
  grid?: Grid;
  control?: SubgridControl;
}

/** The buttons of a table's ribbon whose rules hold now. */
export async function ribbonCommands(context: RibbonContext): Promise<Command[]> {
  const infos = context.table.commands.filter((command) => command.location === context.location);
  const shown: Command[] = [];
  for (const info of infos) {
    const answers = await Promise.all(info.rules.map(async (rule) => ({ rule, holds: await holds(rule, context) })));
    if (answers.some((answer) => answer.rule.hides && !answer.holds)) continue;
    // A button whose rules do not hold is not drawn, as in a model-driven app.
    if (answers.some((answer) => !answer.holds)) continue;
    shown.push({
      id: info.id,
      label: info.label,
      icon: 'command',
      image: info.icon,
      toolTip: info.toolTip,
      run: () => void press(info, context),
    });
  }
  return shown;
}

async function press(info: CommandInfo, context: RibbonContext): Promise<void> {
  try {
    for (const action of info.actions) {
      if (action.kind !== 'JavaScriptFunction') throw new Error(`The ribbon action '${action.kind}' is not supported by the sandbox.`);
      if (action.library) await loadLibraries([action.library]);
      const parameters = action.parameters.map((parameter) => parameterValue(parameter, context));
      runScript(() => findFunction(action.function)(...parameters));
    }
  } catch (reason) {
    showScriptError(reason);
  }
}

async function holds(rule: RuleInfo, context: RibbonContext): Promise<boolean> {
  const answer = await evaluate(rule, context);
  return rule.inverted ? !answer : answer;
}

async function evaluate(rule: RuleInfo, context: RibbonContext): Promise<boolean> {
  switch (rule.kind) {
    case 'FormStateRule': {
      const { form } = context;
      if (!form) return false;
      const state = form.id === null ? 'Create' : form.isInactive ? 'Disabled' : form.isReadOnly ? 'ReadOnly' : 'Existing';
      return rule.state === state;
    }
    case 'SelectionCountRule': {
      const count = context.grid?.selection.length ?? 0;
      const [minimum = '', maximum = ''] = (rule.detail ?? '').split('..');
      return count >= (Number(minimum) || 0) && (maximum === '' || count <= Number(maximum));
    }
    case 'CustomRule':
      try {
        if (rule.library) await loadLibraries([rule.library]);
        const parameters = rule.parameters.map((parameter) => parameterValue(parameter, context));
        return (await findFunction(rule.function ?? '')(...parameters)) === true;
      } catch (reason) {
        reportError(reason);
        return rule.default;
      }
    default:
      throw new Error(`The ribbon rule '${rule.kind}${rule.detail ? ` ${rule.detail}` : ''}' is not supported by the sandbox.`);
  }
}

function parameterValue(parameter: CallParameter, context: RibbonContext): unknown {
  switch (parameter.kind) {
    case 'StringParameter': return parameter.value;
    case 'IntParameter': return Number.parseInt(parameter.value, 10);
    case 'DecimalParameter': return Number(parameter.value);
    case 'BoolParameter': return parameter.value === 'true' || parameter.value === '1';
    case 'CrmParameter': return crmParameter(parameter.value, context);
    default: throw new Error(`The ribbon parameter '${parameter.kind}' is not supported by the sandbox.`);
  }
}

function crmParameter(name: string, { form, grid, control, table }: RibbonContext): unknown {
  switch (name) {
    case 'PrimaryControl': return form ? formContextOf(form) : null;
    case 'SelectedControl': return form && control ? controlOf(form, control) : form ? formContextOf(form) : null;
    case 'PrimaryEntityTypeName': return form?.table.logicalName ?? table.logicalName;
    case 'SelectedEntityTypeName': return table.logicalName;
    case 'FirstPrimaryItemId': return form ? form.reference.id : grid?.selection[0]?.id ?? null;
    case 'PrimaryItemIds': return form ? [form.reference.id] : (grid?.selection ?? []).map((row) => row.id);
    case 'FirstSelectedItemId': return grid?.selection[0]?.id ?? null;
    case 'SelectedControlSelectedItemIds': return (grid?.selection ?? []).map((row) => row.id);
    case 'SelectedControlSelectedItemCount': return grid?.selection.length ?? 0;
    case 'SelectedControlSelectedItemReferences':
      return (grid?.selection ?? []).map((row) => ({ Id: row.id, Name: row.name, TypeName: row.entityType }));
    default: throw new Error(`The ribbon parameter '${name}' is not supported by the sandbox.`);
  }
}
