/** Form script of a support link. */
import { checkFormat, clearRefusal, start } from "./form.js";
import { watchUnsaved } from "./preview.js";

export function onLoad(context: Xrm.Events.EventContext): void {
  start(context, watchUnsaved(context.getFormContext()));
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
