type Press = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** ⌘K and Ctrl K always; `/` unless the reader is writing. */
export function isSearchShortcut({ key, metaKey, ctrlKey, altKey }: Press, isWriting: boolean): boolean {
  if (altKey) return false;
  if (metaKey || ctrlKey) return key.toLowerCase() === 'k';
  return key === '/' && !isWriting;
}

/** Whether a key press there is meant as text. */
export function isWritingIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
