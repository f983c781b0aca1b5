import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go from line to line, the filter included; right opens the tag that has the focus, left shuts it. */
export function walkByArrows(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(target instanceof HTMLElement)) return;
  const step = STEPS[key];
  if (step !== undefined) {
    const lines = [...currentTarget.querySelectorAll<HTMLElement>('input, a')].filter(isShown);
    const at = lines.indexOf(target);
    const next = at < 0 ? undefined : lines[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    return;
  }
  if ((key !== 'ArrowRight' && key !== 'ArrowLeft') || target.tagName !== 'A') return;
  const fold = target.parentElement?.querySelector<HTMLElement>(':scope > [aria-expanded]');
  if (fold?.getAttribute('aria-expanded') !== String(key === 'ArrowLeft')) return;
  event.preventDefault();
  fold.click();
}

/** What is folded away takes no focus. */
function isShown(line: HTMLElement): boolean {
  return line.closest('details:not([open])') === null;
}
