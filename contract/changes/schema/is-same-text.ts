/** Whether two schemas say the same, word for word, and refer to nothing: what is quick to see need not be compared. */
export function isSameText(before: unknown, after: unknown): boolean {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return before === after;
  if (Array.isArray(before) !== Array.isArray(after)) return false;
  const left = before as Record<string, unknown>;
  const right = after as Record<string, unknown>;
  let count = 0;
  for (const key in left) {
    if (key === '$ref' || !Object.hasOwn(right, key) || !isSameText(left[key], right[key])) return false;
    count += 1;
  }
  for (const _ in right) count -= 1;
  return count === 0;
}
