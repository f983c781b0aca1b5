import { settled } from './settled';

export interface Expanded {
  readonly opened: number;
  /** Folds that are still closed: the bound was reached. */
  readonly isCut: boolean;
}

/**
 * Opens what is folded in `root`, what has to be fetched included, at most `most` folds. A part within itself stays closed: it would
 * never end.
 */
export async function expandFolds(root: ParentNode, most: number): Promise<Expanded> {
  let opened = 0;
  for (;;) {
    const closed = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')].filter(isWorthOpening);
    if (closed.length === 0) return { opened, isCut: false };
    if (opened >= most) return { opened, isCut: true };
    for (const fold of closed.slice(0, most - opened)) {
      fold.open = true;
      opened++;
    }
    await settled(root);
  }
}

export function collapseFolds(root: ParentNode): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('details[open]')) fold.open = false;
}

function isWorthOpening(fold: HTMLDetailsElement): boolean {
  const { part, values, state } = fold.dataset;
  if (values !== undefined || state === 'failed' || state === 'missing') return false;
  return part === undefined || !fold.parentElement?.closest(`details[data-part="${CSS.escape(part)}"]`);
}
