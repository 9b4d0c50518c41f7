import { loadTable } from '../data/metadata.ts';
import type { LookupValue } from '../data/values.ts';
import type { Form } from '../form/form.ts';
import { h } from '../ui/dom.ts';
import type { RecordRoute } from '../ui/routes.ts';
import { FormView } from './form-view.ts';
import type { Page } from './page.ts';

/** A record on a page of its own. */
export class RecordPage implements Page {
  readonly element = h('div', { class: 'record-page' });
  readonly table: string;
  private readonly route: RecordRoute;
  private readonly leave: () => void;
  private readonly moved: (form: Form) => void;
  private view: FormView | null = null;

  constructor(route: RecordRoute, leave: () => void, moved: (form: Form) => void) {
    this.route = route;
    this.table = route.table;
    this.leave = leave;
    this.moved = moved;
  }

  get title(): string {
    return this.view?.form?.title ?? '';
  }

  get isDirty(): boolean {
    return this.view?.form?.wouldLose ?? false;
  }

  /** What was saved here. */
  get saved(): LookupValue[] {
    const saved = this.view?.form?.saved;
    return saved ? [saved] : [];
  }

  async load(): Promise<void> {
    this.view = new FormView({
      table: await loadTable(this.route.table),
      id: this.route.id,
      formId: this.route.form,
      extra: this.route.extra,
      kind: 'page',
      leave: this.leave,
      moved: this.moved,
    });
    this.element.replaceChildren(this.view.element);
    await this.view.load();
  }

  refresh(): void {
    void this.view?.form?.refresh(false);
  }

  async mayLeave(): Promise<boolean> {
    return (await this.view?.mayLeave()) ?? true;
  }

  onKey(event: KeyboardEvent): boolean {
    return this.view?.onKey(event) ?? false;
  }
}
