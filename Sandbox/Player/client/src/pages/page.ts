/** What fills the main part of the app. */
export interface Page {
  readonly element: HTMLElement;
  /** The table whose line of the navigation is marked; empty for none. */
  readonly table: string;
  readonly title: string;
  load(): Promise<void>;
  refresh(): void;
  /** Resolves with whether the page may be left. */
  mayLeave(): Promise<boolean>;
  /** Whether leaving would lose something, asked when the window closes. */
  readonly isDirty?: boolean;
  /** Handles a key; answers whether it did. */
  onKey(event: KeyboardEvent): boolean;
}
