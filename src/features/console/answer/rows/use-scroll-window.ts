import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { drawnHeight, pixelOfRow, placeAfterScroll, placeAt, rowAtPixel, rowHeight } from './scroll-window';

export interface Reveal {
  readonly row: number;
  /** Another number: bring it into view again. */
  readonly turn: number;
}

/** Rows beyond the edges, so that there is no gap while scrolling. */
const overscan = 12;
/** As few rows as this are all there: one can select and find them. */
const fewRows = 300;
/** Where there is no layout. */
const boxWithoutLayout = 600;

/** Which rows of a long list are to be there, and where. */
export function useScrollWindow(
  box: RefObject<HTMLDivElement | null>,
  count: number,
  ends: Uint32Array | null,
  reveal: Reveal | null,
) {
  const whole = pixelOfRow(count, ends);
  const [place, setPlace] = useState({ scrollTop: 0, shift: 0 });
  const [boxHeight, setBoxHeight] = useState(boxWithoutLayout);
  const size = { whole, box: boxHeight };
  const current = useRef({ size, ends, place });
  useLayoutEffect(() => {
    current.current = { size, ends, place };
  });

  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setBoxHeight(element.clientHeight || boxWithoutLayout));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !reveal) return;
    const { size: now, ends: lines, place: at } = current.current;
    const pixel = pixelOfRow(reveal.row, lines);
    const top = at.scrollTop + at.shift;
    if (pixel >= top && pixel + rowHeight <= top + now.box) return;
    const isBelow = pixel >= top + now.box - rowHeight && pixel < top + now.box + rowHeight * 2;
    const isAbove = pixel < top && pixel > top - rowHeight * 2;
    const wanted = isBelow ? pixel + rowHeight * 2 - now.box : isAbove ? pixel : pixel - now.box / 3;
    const next = placeAt(wanted, now);
    element.scrollTo({ top: next.scrollTop, behavior: 'instant' });
    current.current.place = next;
    setPlace(next);
  }, [box, reveal]);

  const onScroll = useCallback(() => {
    const scrollTop = box.current?.scrollTop ?? 0;
    const { place: before, size: now } = current.current;
    if (Math.abs(before.scrollTop - scrollTop) < 1) return;
    setPlace(placeAfterScroll(before, scrollTop, now));
  }, [box]);

  const isAll = count <= fewRows;
  const top = place.scrollTop + place.shift;
  const first = isAll ? 0 : Math.max(0, rowAtPixel(top, count, ends) - overscan);
  const last = isAll ? count - 1 : Math.min(count - 1, rowAtPixel(top + boxHeight, count, ends) + overscan);
  return {
    onScroll,
    height: drawnHeight(whole),
    rows: Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at),
    topOf: (row: number) => pixelOfRow(row, ends) - (isAll ? 0 : place.shift),
    heightOf: (row: number) => pixelOfRow(row + 1, ends) - pixelOfRow(row, ends),
  };
}
