/** Form script of a support link. */
import { checkFormat, clearRefusal, start } from "./form.js";

export function onLoad(context: Xrm.Events.EventContext): void {
  start(context);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
