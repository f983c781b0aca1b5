import type { DiffLine } from './compare-lines';

/** Lines that stand together; `passed`: so many lines before it are the same in both. */
export interface Hunk {
  readonly passed: number;
  readonly lines: readonly DiffLine[];
}

const around = 3;

/** What has changed, with a few lines around it. `rest`: how many follow that are the same. */
export function hunksOf(lines: readonly DiffLine[]): { readonly hunks: readonly Hunk[]; readonly rest: number } {
  const isNear = new Uint8Array(lines.length);
  for (const [place, { kind }] of lines.entries()) {
    if (kind !== 'same') isNear.fill(1, Math.max(0, place - around), place + around + 1);
  }
  const hunks: Hunk[] = [];
  let passed = 0;
  let current: DiffLine[] = [];
  for (const [place, line] of lines.entries()) {
    if (isNear[place]) {
      current.push(line);
      continue;
    }
    if (current.length > 0) {
      hunks.push({ passed, lines: current });
      current = [];
      passed = 0;
    }
    passed += 1;
  }
  if (current.length > 0) return { hunks: [...hunks, { passed, lines: current }], rest: 0 };
  return { hunks, rest: passed };
}
