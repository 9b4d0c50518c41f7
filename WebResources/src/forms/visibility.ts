/** Shows the columns that fit what is chosen, and the sections that still show one. */

/** Hides the columns that are not wanted; a section without a visible control goes with them. */
export function showColumns(form: Xrm.FormContext, columns: readonly string[], wanted: (name: string) => boolean): void {
  const sections = new Set<Xrm.Controls.Section>();
  for (const name of columns) {
    const control = form.getControl<Xrm.Controls.StandardControl>(name);
    if (control === null) continue;
    control.setVisible(wanted(name));
    sections.add(control.getParent());
  }
  for (const section of sections)
    section.setVisible(section.controls.get().some((one) => (one as Xrm.Controls.StandardControl).getVisible()));
}
