import type * as highlighter from './highlighter';

type Highlighter = typeof highlighter;

const listeners = new Set<() => void>();
let arrivals = 0;
let here: Highlighter | undefined;

/** The highlighter, once something has needed it. */
export const highlighterHere = (): Highlighter | undefined => here;

/** How often something has arrived: what could not be highlighted before, can be now. */
export const countArrivals = (): number => arrivals;

/** Calls the listener after each arrival. */
export function followArrivals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads the highlighter and a grammar, where they are not here. Fails as `import()` does; it can be asked again. */
export async function loadGrammar(name: string): Promise<void> {
  if (name === 'text' || here?.hasGrammar(name)) return;
  const loaded = await import('./highlighter');
  await loaded.loadGrammar(name);
  here = loaded;
  arrivals++;
  for (const listener of listeners) listener();
}
