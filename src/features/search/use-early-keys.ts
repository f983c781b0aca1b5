import { useCallback, useEffect, useRef } from 'react';
import { isWritingIn } from './shortcut';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The text after a key, or null where the key types nothing. */
export function typedInto(text: string, { key, ctrlKey, metaKey, altKey }: Press): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Backspace') return text.slice(0, -1);
  return [...key].length === 1 ? text + key : null;
}

/**
 * Keeps what is typed between asking for the dialog and its field having the focus: its code may still be on its way.
 * The function that comes back gives that text once.
 */
export function useEarlyKeys(isOpen: boolean): () => string {
  const text = useRef('');
  useEffect(() => {
    text.current = '';
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const after = isWritingIn(event.target) ? null : typedInto(text.current, event);
      if (after === null) return;
      event.preventDefault();
      text.current = after;
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [isOpen]);
  return useCallback(() => {
    const taken = text.current;
    text.current = '';
    return taken;
  }, []);
}
