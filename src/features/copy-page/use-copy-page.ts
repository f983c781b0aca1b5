import { useEffect, useState } from 'react';
import { copyTwin } from './copy-twin';

export type CopyState = 'idle' | 'fetching' | 'copied' | 'failed';

const SHOWN_MILLISECONDS = 2_500;

/** Copying a page's twin, and for how long its outcome is shown. */
export function useCopyPage(href: string): { readonly state: CopyState; readonly copy: () => void } {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state !== 'copied' && state !== 'failed') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [state]);
  return {
    state,
    copy() {
      setState('fetching');
      void copyTwin(href).then((copied) => setState(copied ? 'copied' : 'failed'));
    },
  };
}
