import { webResourcePath } from '../ui/dom.ts';
import { errorDialog } from '../ui/dialogs.ts';
import { t } from '../ui/strings.ts';

/** The solution's script libraries: loaded once, in order, as ordinary scripts. */

const loaded = new Map<string, Promise<void>>();

export function loadLibrary(name: string): Promise<void> {
  let promise = loaded.get(name);
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = webResourcePath(name);
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`The web resource '${name}' could not be loaded.`)));
      document.head.append(script);
    });
    promise.catch(() => loaded.delete(name));
    loaded.set(name, promise);
  }
  return promise;
}

export async function loadLibraries(names: string[]): Promise<void> {
  for (const name of names) await loadLibrary(name);
}

/** A function by its dotted name, bound to what it is a member of. */
export function findFunction(path: string): (...args: unknown[]) => unknown {
  let owner: unknown = window;
  let found: unknown = window;
  for (const part of path.split('.')) {
    owner = found;
    found = found === null || found === undefined ? undefined : (found as Record<string, unknown>)[part];
  }
  if (typeof found !== 'function') throw new Error(`The script function '${path}' does not exist.`);
  return (found as (...args: unknown[]) => unknown).bind(owner);
}

/** The parameters of a form event handler: a comma-separated list of literals. */
export function parseParameters(text: string): unknown[] {
  if (text.trim() === '') return [];
  try {
    return JSON.parse(`[${text}]`) as unknown[];
  } catch {
    return text.split(',').map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'));
  }
}

/** Runs a script of the solution; what it throws is shown as the platform shows it. */
export function runScript(run: () => unknown): unknown {
  try {
    const result = run();
    if (result instanceof Promise) result.catch(showScriptError);
    return result;
  } catch (reason) {
    showScriptError(reason);
    return undefined;
  }
}

export function showScriptError(reason: unknown): void {
  const details = reason instanceof Error ? reason.stack ?? reason.message : String(reason);
  reportError(reason);
  void errorDialog(t('scriptError'), `${t('scriptErrorText')}\n${reason instanceof Error ? reason.message : String(reason)}`, details);
}
