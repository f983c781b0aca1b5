/** How long the console waits in silence, in seconds; null: until somebody presses Cancel. */
export type WaitSeconds = number | null;

export interface WaitStore {
  readonly get: () => WaitSeconds;
  readonly set: (wait: WaitSeconds) => void;
}

export const waits: readonly WaitSeconds[] = [5, 15, 60, 300, null];
const usual: WaitSeconds = 60;
const STORED_AS = 'portolan.console.wait';

/** On this device, for every console. Where the browser refuses storage, the choice lasts as long as the page is loaded. */
export function createWaitStore(storage: () => Pick<Storage, 'getItem' | 'setItem'>): WaitStore {
  let chosen: WaitSeconds | undefined;
  const stored = (): WaitSeconds => {
    try {
      const text = storage().getItem(STORED_AS);
      return waits.find((one) => String(one) === text) ?? (text === 'null' ? null : usual);
    } catch {
      return usual;
    }
  };
  return {
    get: () => (chosen === undefined ? (chosen = stored()) : chosen),
    set(wait) {
      chosen = wait;
      try {
        storage().setItem(STORED_AS, String(wait));
      } catch {
        // Kept in memory all the same.
      }
    },
  };
}

/** `15 s`, `5 min`, `no limit`. */
export function waitWords(wait: WaitSeconds): string {
  if (wait === null) return 'no limit';
  return wait < 120 ? `${wait} s` : `${wait / 60} min`;
}
