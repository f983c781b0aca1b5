import { useSyncExternalStore } from 'react';

/**
 * What tells changed data files of the reference from older ones: another text after each change of a description in development, when
 * the page hears of it by itself; empty in a build, whose files do not change under a page.
 */
export function useRelease(): string {
  return useSyncExternalStore(
    subscribe,
    () => release,
    () => '',
  );
}

/** Where `npm run dev` tells of changes (cli/dev/reference-server.ts). */
const RELEASES = '/reference/releases.events';

let release = '';
let events: EventSource | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  if (process.env.NODE_ENV !== 'development') return () => undefined;
  listeners.add(listener);
  events ??= listen();
  return () => void listeners.delete(listener);
}

function listen(): EventSource {
  const source = new EventSource(RELEASES);
  let last: string | undefined;
  source.onmessage = ({ data }: MessageEvent<string>) => {
    // The first says what the page has just been loaded from.
    if (last !== undefined && last !== data) {
      release = data;
      for (const each of listeners) each();
    }
    last = data;
  };
  return source;
}
