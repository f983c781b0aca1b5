import { settled } from './settled';

/** A path of more parts than this leads in a circle. */
const MOST_PARTS = 60;

/**
 * Goes to a place by its id (`body.holder.email`), also where it is folded or not fetched yet: unfolds the parts that lead there,
 * one after the other, scrolls to it and marks it. False where there is no such place.
 */
export async function openPlace(id: string, page: Document = document): Promise<boolean> {
  const tried = new Set<Element>();
  for (let part = 0; part < MOST_PARTS; part++) {
    const found = page.getElementById(id);
    if (found) {
      unfoldAround(found);
      mark(found);
      return true;
    }
    const fold = nearestFold(id, tried, page);
    if (!fold) return false;
    tried.add(fold);
    unfoldAround(fold);
    fold.open = true;
    await settled(page);
  }
  return false;
}

/** The fold that what is fetched for it can bring the id, the one that is nearest to it first. */
function nearestFold(id: string, tried: ReadonlySet<Element>, page: Document): HTMLDetailsElement | undefined {
  const folds = [...page.querySelectorAll<HTMLDetailsElement>('details[data-at]')].filter((fold) => {
    const at = fold.dataset.at ?? '';
    return !tried.has(fold) && id.startsWith(at) && /^[.[]/.test(id.slice(at.length));
  });
  return folds.sort((a, b) => (b.dataset.at?.length ?? 0) - (a.dataset.at?.length ?? 0))[0];
}

function unfoldAround(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  const panel = element.closest('[role="tabpanel"][hidden]');
  const tab = panel?.getAttribute('aria-labelledby');
  if (tab) element.ownerDocument.getElementById(tab)?.click();
}

function mark(element: Element): void {
  const page = element.ownerDocument;
  for (const marked of page.querySelectorAll('[data-marked]')) marked.removeAttribute('data-marked');
  element.setAttribute('data-marked', '');
  element.scrollIntoView({ block: 'start' });
}
