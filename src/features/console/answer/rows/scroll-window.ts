/** How many pixels a row is high. The style sheet says the same. */
export const rowHeight = 21;

/** Browsers do not draw boxes of any height; above this, the scroll bar stands for more than it is long. */
const highest = 8_000_000;

export interface ScrollPlace {
  readonly scrollTop: number;
  /** What is added to `scrollTop` to know the pixel of the whole list that stands at the top. */
  readonly shift: number;
}

export interface ScrollSize {
  /** The pixels of all rows. */
  readonly whole: number;
  /** The pixels of the box in which they are seen. */
  readonly box: number;
}

export const drawnHeight = (whole: number): number => Math.min(whole, highest);

/**
 * Where a list stands after its box was scrolled. A long list does not fit the box's height: by wheel and keys it moves
 * pixel by pixel, and where the scroll bar is dragged, it goes to the same share of the whole.
 */
export function placeAfterScroll(before: ScrollPlace, scrollTop: number, { whole, box }: ScrollSize): ScrollPlace {
  const drawn = drawnHeight(whole);
  if (whole <= drawn) return { scrollTop, shift: 0 };
  const end = drawn - box;
  const isNear = Math.abs(scrollTop - before.scrollTop) < box * 2;
  if (isNear && scrollTop > 0 && scrollTop < end) return { scrollTop, shift: before.shift };
  return { scrollTop, shift: (scrollTop / end) * (whole - box) - scrollTop };
}

/** Where a list stands so that a pixel of it is at the top of the box. */
export function placeAt(pixel: number, { whole, box }: ScrollSize): ScrollPlace {
  const top = Math.max(0, Math.min(pixel, whole - box));
  const drawn = drawnHeight(whole);
  if (whole <= drawn) return { scrollTop: top, shift: 0 };
  const scrollTop = Math.round((top / (whole - box)) * (drawn - box));
  return { scrollTop, shift: top - scrollTop };
}

/** The row at a pixel. `ends`: how many row heights all rows up to this one take; null where each takes one. */
export function rowAtPixel(pixel: number, count: number, ends: Uint32Array | null): number {
  const line = Math.max(0, Math.floor(pixel / rowHeight));
  if (!ends) return Math.min(line, Math.max(0, count - 1));
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The pixel where a row begins. */
export function pixelOfRow(row: number, ends: Uint32Array | null): number {
  if (!ends) return row * rowHeight;
  return (row === 0 ? 0 : (ends[row - 1] ?? 0)) * rowHeight;
}

/** How many row heights all rows up to each take, where long ones are broken at so many characters. */
export function wrappedEnds(count: number, columns: number, charactersOf: (row: number) => number): Uint32Array {
  const ends = new Uint32Array(count);
  let sum = 0;
  for (let row = 0; row < count; row += 1) {
    sum += Math.max(1, Math.ceil(charactersOf(row) / columns));
    ends[row] = sum;
  }
  return ends;
}
