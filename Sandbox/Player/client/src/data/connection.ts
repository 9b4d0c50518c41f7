/** Whether the organization can be reached, as the last request found. */

let reachable = true;
const listeners = new Set<(reachable: boolean) => void>();

export function onConnection(listener: (reachable: boolean) => void): void {
  listeners.add(listener);
}

/** Fetches, and tells whoever listens when the organization stops answering or answers again. */
export async function reach(address: string, init?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init);
    tell(true);
    return response;
  } catch (reason) {
    if (!(reason instanceof DOMException && reason.name === 'AbortError')) tell(false);
    throw reason;
  }
}

function tell(now: boolean): void {
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener(now);
}
