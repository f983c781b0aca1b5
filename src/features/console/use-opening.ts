import { useState, type ComponentType } from 'react';
import type { OperationPage } from '../../../contract/reference-page';

export type Panel = ComponentType<{ readonly page: OperationPage }>;

export type Opening =
  | { readonly kind: 'shut' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly Panel: Panel; readonly place: 'page' | 'sheet' }
  /** The sheet is closed; what was in it is kept. */
  | { readonly kind: 'put-away'; readonly Panel: Panel }
  | { readonly kind: 'failed' };

let loading: Promise<Panel> | null = null;

/** Asks for the console's code once; again after a failure. */
function loadConsole(): Promise<Panel> {
  loading ??= import('./ConsolePanel').then(
    (module) => module.ConsolePanel,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** How the console comes to be open: its code on intent, its place by the width of the screen. */
export function useOpening(load: () => Promise<Panel> = loadConsole) {
  const [opening, setOpening] = useState<Opening>({ kind: 'shut' });

  const open = (): void => {
    if (opening.kind === 'put-away') return setOpening({ kind: 'open', Panel: opening.Panel, place: 'sheet' });
    setOpening({ kind: 'loading' });
    load().then(
      (Panel) => setOpening({ kind: 'open', Panel, place: isNarrow() ? 'sheet' : 'page' }),
      () => setOpening({ kind: 'failed' }),
    );
  };
  const putAway = (): void => {
    setOpening((now) => (now.kind === 'open' ? { kind: 'put-away', Panel: now.Panel } : now));
  };
  return { opening, prepare: () => void load().catch(() => undefined), open, putAway };
}

function isNarrow(): boolean {
  return globalThis.matchMedia('(max-width: 640px)').matches;
}
