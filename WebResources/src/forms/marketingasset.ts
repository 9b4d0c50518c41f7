/** Form script of a marketing asset: says what the stored bytes are, and has uploads inspected. */
import { checkFormat, clearRefusal, start, words } from "./form.js";
import { watchUnsaved } from "./preview.js";
import { Inspection } from "../names.js";

const measuredId = "rdy_measured";

interface Measured {
  readonly Inspection: "Inspected" | "NotInspected" | "Damaged";
  readonly Format: string;
  readonly Width: number;
  readonly Height: number;
  readonly Bytes: number;
}

/** What the preview's notification says of inspected bytes; undefined when there are none. */
export function sentenceOf(measured: Measured): { readonly text: string; readonly level: "INFO" | "WARNING" } | undefined {
  const say = words();
  if (measured.Inspection === "Damaged") return { text: say.damaged, level: "WARNING" };
  if (measured.Inspection === "NotInspected" || measured.Format === "") return undefined;
  return {
    text: measured.Width > 0
      ? say.measured(measured.Format, measured.Width, measured.Height, measured.Bytes)
      : say.measuredFile(measured.Format, measured.Bytes),
    level: "INFO",
  };
}

/** Has the stored bytes inspected: an upload by blocks never passes the checks of a save. */
async function inspect(id: string): Promise<Measured> {
  const response = await Xrm.WebApi.online.execute({
    entity: { entityType: "rdy_marketingasset", id },
    getMetadata: () => ({
      boundParameter: "entity",
      operationType: 0,
      operationName: "rdy_InspectAsset",
      parameterTypes: { entity: { typeName: "mscrm.rdy_marketingasset", structuralProperty: 5 } },
    }),
  });
  return await response.json() as Measured;
}

function stored(form: Xrm.FormContext): Measured | undefined {
  const value = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("rdy_inspection")?.getValue() ?? null;
  if (value === null || value === Inspection.NotInspected) return undefined;
  const number = (name: string): number => form.getAttribute<Xrm.Attributes.NumberAttribute>(name)?.getValue() ?? 0;
  return {
    Inspection: value === Inspection.Damaged ? "Damaged" : "Inspected",
    Format: form.getAttribute<Xrm.Attributes.StringAttribute>("rdy_format")?.getValue() ?? "",
    Width: number("rdy_width"), Height: number("rdy_height"), Bytes: number("rdy_bytes"),
  };
}

async function showMeasured(form: Xrm.FormContext): Promise<void> {
  form.ui.clearFormNotification(measuredId);
  const id = form.data.entity.getId().replace(/[{}]/g, "");
  if (id === "") return;
  let measured = stored(form);
  if (measured === undefined) {
    measured = await inspect(id);
    if (measured.Inspection !== "NotInspected" && !form.data.getIsDirty()) await form.data.refresh(false);
  }
  const sentence = sentenceOf(measured);
  if (sentence !== undefined) form.ui.setFormNotification(sentence.text, sentence.level, measuredId);
}

export function onLoad(context: Xrm.Events.EventContext): void {
  const askAgain = watchUnsaved(context.getFormContext());
  const form = start(context, (saved) => {
    askAgain();
    if (saved) void showMeasured(form);
  });
  void showMeasured(form);
}

export const onSave = clearRefusal;
export const onChange = checkFormat;
