import { useEffect, useState, type RefObject } from 'react';

const withoutLayout = 80;
const paddingPixels = 32;

/** How many characters of the code's face stand beside each other in a box. */
export function useColumns(box: RefObject<HTMLElement | null>, isAsked: boolean): number {
  const [columns, setColumns] = useState(withoutLayout);
  useEffect(() => {
    const element = box.current;
    if (!element || !isAsked || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => {
      const sample = document.createElement('span');
      sample.textContent = 'm'.repeat(100);
      sample.style.cssText = 'position:absolute;visibility:hidden;white-space:pre';
      element.append(sample);
      const width = sample.getBoundingClientRect().width / 100;
      sample.remove();
      setColumns(Math.max(10, Math.floor((element.clientWidth - paddingPixels) / (width || 8)) - 1));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, isAsked]);
  return columns;
}
