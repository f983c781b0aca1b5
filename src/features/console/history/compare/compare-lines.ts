export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** More steps than this are not looked for: what is in between then counts as replaced. */
const mostSteps = 1_500;

/** The lines of both texts in one list, with as few changes as there can be (Myers, “An O(ND) difference algorithm”, 1986). */
export function compareLines(before: string, after: string): readonly DiffLine[] {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const middle = shortest(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return [...lines('same', old.slice(0, start)), ...middle, ...lines('same', old.slice(old.length - end))];
}

function lines(kind: DiffLine['kind'], texts: readonly string[]): readonly DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function shortest(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  if (old.length === 0 || now.length === 0) return [...lines('removed', old), ...lines('added', now)];
  const size = Math.min(old.length + now.length, mostSteps);
  /** How far down `old` each diagonal has come, by its number + `size`; one such list a step. */
  let reached = new Int32Array(2 * size + 2);
  const trail: Int32Array[] = [];
  for (let step = 0; step <= size; step += 1) {
    trail.push(reached.slice());
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      const isDown =
        diagonal === -step || (diagonal !== step && at(reached, size, diagonal - 1) < at(reached, size, diagonal + 1));
      let x = isDown ? at(reached, size, diagonal + 1) : at(reached, size, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      reached[diagonal + size] = x;
      if (x >= old.length && x - diagonal >= now.length) return walkBack(old, now, trail, size);
    }
    reached = reached.slice();
  }
  return [...lines('removed', old), ...lines('added', now)];
}

function at(reached: Int32Array, size: number, diagonal: number): number {
  return reached[diagonal + size] ?? 0;
}

function walkBack(
  old: readonly string[],
  now: readonly string[],
  trail: readonly Int32Array[],
  size: number,
): readonly DiffLine[] {
  const found: DiffLine[] = [];
  let x = old.length;
  let y = now.length;
  for (let step = trail.length - 1; step >= 0; step -= 1) {
    const reached = trail[step] ?? new Int32Array();
    const diagonal = x - y;
    const isDown =
      diagonal === -step || (diagonal !== step && at(reached, size, diagonal - 1) < at(reached, size, diagonal + 1));
    const from = isDown ? diagonal + 1 : diagonal - 1;
    const fromX = step === 0 ? 0 : at(reached, size, from);
    const fromY = step === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      found.push({ kind: 'same', text: old[x - 1] ?? '' });
      x -= 1;
      y -= 1;
    }
    if (step === 0) break;
    if (isDown) found.push({ kind: 'added', text: now[y - 1] ?? '' });
    else found.push({ kind: 'removed', text: old[x - 1] ?? '' });
    x = fromX;
    y = fromY;
  }
  return found.reverse();
}
