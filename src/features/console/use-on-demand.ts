import { useState } from 'react';

export type OnDemand<Loaded> =
  | { readonly kind: 'shut' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly loaded: Loaded }
  /** Its code could not be had; it can be tried again. */
  | { readonly kind: 'failed' };

/** Something that opens and shuts, and whose code comes when it is opened for the first time. */
export function useOnDemand<Loaded>(load: () => Promise<Loaded>) {
  const [state, setState] = useState<OnDemand<Loaded>>({ kind: 'shut' });
  const open = (): void => {
    setState({ kind: 'loading' });
    load().then(
      (loaded) => setState((now) => (now.kind === 'loading' ? { kind: 'open', loaded } : now)),
      () => setState({ kind: 'failed' }),
    );
  };
  const shut = (): void => setState({ kind: 'shut' });
  const isOpen = state.kind === 'open' || state.kind === 'loading';
  return { state, isOpen, open, shut, toggle: isOpen ? shut : open };
}
