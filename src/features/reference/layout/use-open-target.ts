import { useEffect } from 'react';

/** Opens what the address leads to: a folded part, a part within folded ones, a part behind another tab. `page` is told apart by it. */
export function useOpenTarget(page: string | undefined): void {
  useEffect(() => {
    openTarget();
    window.addEventListener('hashchange', openTarget);
    return () => window.removeEventListener('hashchange', openTarget);
  }, [page]);
}

function openTarget(): void {
  const id = idOf(window.location.hash);
  const target = document.getElementById(id);
  if (!target) {
    if (id !== '') void import('../schema/open-place').then(({ openPlace }) => openPlace(id));
    return;
  }
  let isChanged = false;
  for (let part: Element | null = target; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement && !part.open) {
      part.open = true;
      isChanged = true;
    }
    if (part instanceof HTMLElement && part.hidden && part.role === 'tabpanel') {
      document.getElementById(part.getAttribute('aria-labelledby') ?? '')?.click();
      isChanged = true;
    }
  }
  // The panel of a tab is shown in the next frame.
  if (isChanged) requestAnimationFrame(() => target.scrollIntoView());
}

/** An address may be cut within an escape (`%E`), which is no fault of the page. */
function idOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
