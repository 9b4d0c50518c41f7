/** The web resources inside a form: hands them Xrm and the form, and tells them when to look again. */

/** What our web resources offer to the form's script; each offers some of it. */
export interface Frame extends Window {
  setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext) => void;
  pageGoes?: () => void;
  refreshChecklist?: () => void;
  showPreview?: (preview: { readonly changes: string; readonly openItems: number; readonly score: number } | { readonly failed: string } | undefined) => void;
  exportListingKit?: () => void;
}

/** Frames that have been given the form, by the function they offer for it: a frame that loads anew offers another. */
const served = new WeakSet<NonNullable<Frame["setClientApiContext"]>>();
const retryMilliseconds = 100;

function framesOf(form: Xrm.FormContext): readonly Xrm.Controls.FramedControl[] {
  return form.ui.controls.get((control) => control.getControlType() === "webresource") as unknown as readonly Xrm.Controls.FramedControl[];
}

/** The frame, once our script is in it; not while it loads or shows a page of the browser's own, which may not be looked into. */
function readable(window: unknown): Frame | undefined {
  const frame = window as Frame | null;
  try {
    return frame?.setClientApiContext === undefined ? undefined : frame;
  } catch {
    return undefined;
  }
}

/**
 * Hands Xrm and the form over. The frame may still be loading, so it is asked again until its script is there; and the
 * platform may load it anew, for instance when the first save gives the record its id, so that is watched for.
 */
async function handOverTo(control: Xrm.Controls.FramedControl, form: Xrm.FormContext, given: (frame: Frame) => void, attempts = 100): Promise<void> {
  const frame = readable(await control.getContentWindow());
  const give = frame?.setClientApiContext;
  if (frame === undefined || give === undefined) {
    if (attempts > 0) window.setTimeout(() => void handOverTo(control, form, given, attempts - 1), retryMilliseconds);
    return;
  }
  if (!served.has(give)) {
    served.add(give);
    frame.pageGoes = () => void window.setTimeout(() => void handOverTo(control, form, given), retryMilliseconds);
  }
  give(Xrm, form);
  given(frame);
}

/** Hands Xrm and the form to every web resource of the form; `given` is called with each as soon as it has them. */
export function handOver(form: Xrm.FormContext, given: (frame: Frame) => void = () => undefined): void {
  for (const control of framesOf(form)) void handOverTo(control, form, given);
}

/** Does something with every web resource that is there. */
export function tellFrames(form: Xrm.FormContext, tell: (frame: Frame) => void): void {
  for (const control of framesOf(form)) void control.getContentWindow().then((window) => {
    const frame = readable(window);
    if (frame !== undefined) tell(frame);
  });
}

/** Has every web resource load again what it shows. */
export function refreshFrames(form: Xrm.FormContext): void {
  tellFrames(form, (frame) => frame.refreshChecklist?.());
}
