import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same one and does what the last render said: fields that got it are not drawn anew for it. */
export function useLatestCallback<Arguments extends readonly unknown[]>(
  act: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
