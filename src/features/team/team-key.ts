const name = 'portolan.team-key';

/** A key as one pastes it: without the spaces and the word that may have come along. Null where it can be none. */
export function readPastedKey(text: string): string | null {
  const key = text.trim().replace(/^Bearer +/i, '');
  return /^ptl_(?:test|live)_[0-9A-Za-z]{36}$/.test(key) ? key : null;
}

/** The key of this tab: until it is closed, and never in an address. Null where there is none, or the browser keeps nothing. */
export function keptTeamKey(): string | null {
  try {
    return globalThis.sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keepTeamKey(key: string | null): void {
  try {
    if (key === null) globalThis.sessionStorage.removeItem(name);
    else globalThis.sessionStorage.setItem(name, key);
  } catch {
    // It is asked for again after a reload.
  }
}
