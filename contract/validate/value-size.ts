/** How many values a value holds, and how deeply; it stops at `maximumDepth`, and does not recurse. */
export function measure(value: unknown, maximumDepth: number): { values: number; depth: number } {
  let level: unknown[] = [value];
  let values = 0;
  let depth = 0;
  while (level.length > 0 && depth <= maximumDepth) {
    values += level.length;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null) for (const below of Object.values(item)) next.push(below);
    }
    level = next;
    depth++;
  }
  return { values, depth };
}
