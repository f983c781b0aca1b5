import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from '@docusaurus/router';

/**
 * Lets a `<details>` be a menu: it closes on Escape (focus returns to its summary), on a press elsewhere, when focus
 * leaves it, and when the page changes. Without JavaScript it still opens and closes.
 */
export function useDismissableDetails(): RefObject<HTMLDetailsElement | null> {
  const ref = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    if (ref.current) ref.current.open = false;
  }, [pathname]);

  useEffect(() => {
    const details = ref.current;
    if (!details) return;
    const closeUnlessInside = ({ target }: Event) => {
      if (target instanceof Node && !details.contains(target)) details.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', closeUnlessInside);
    document.addEventListener('focusin', closeUnlessInside);
    details.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeUnlessInside);
      document.removeEventListener('focusin', closeUnlessInside);
      details.removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  return ref;
}
