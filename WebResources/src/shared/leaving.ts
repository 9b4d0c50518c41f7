/** Tells the form's script that this page goes, so that the one that follows is handed Xrm and the form too. */

declare global {
  interface Window {
    /** Set by the form's script, which may not listen to the events of a page itself. */
    pageGoes?: () => void;
  }
}

window.addEventListener("pagehide", () => window.pageGoes?.());

export {};
