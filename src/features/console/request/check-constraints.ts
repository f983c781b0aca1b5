/**
 * The first of a schema's constraints that a text, as typed, does not keep to, in the contract's own words (`1 to 100`, `matches ^off_`);
 * undefined where it keeps to all that can be checked here. `isNumber` tells which a bound is about.
 */
export function brokenConstraint(constraints: readonly string[], text: string, isNumber: boolean): string | undefined {
  return constraints.find((words) => {
    const count = isNumber ? Number(text) : Array.from(text).length;
    if (words.startsWith('matches ')) return !isNumber && !matches(words.slice('matches '.length), text);
    const isAboutLength = / characters?$/.test(words);
    if (isNumber === isAboutLength || / (?:items?|property|properties)$/.test(words)) return false;
    return words
      .replace(/ characters?$/, '')
      .split(', ')
      .some((bound) => !keepsTo(bound, count));
  });
}

/** Whether a number keeps to one bound, as the contract words it: `at least 1`, `2 to 4`. True for words that are no bound. */
export function keepsTo(bound: string, count: number): boolean {
  const [, least, most] = /^(\S+) to (\S+)$/.exec(bound) ?? [];
  if (least !== undefined && most !== undefined) return count >= Number(least) && count <= Number(most);
  const [, words, number] = /^(at least|at most|more than|less than|exactly|a multiple of) (\S+)$/.exec(bound) ?? [];
  const limit = Number(number);
  if (words === undefined || Number.isNaN(limit)) return true;
  return checks[words]?.(count, limit) ?? true;
}

const checks: Readonly<Record<string, (count: number, limit: number) => boolean>> = {
  'at least': (count, limit) => count >= limit,
  'at most': (count, limit) => count <= limit,
  'more than': (count, limit) => count > limit,
  'less than': (count, limit) => count < limit,
  exactly: (count, limit) => count === limit,
  // Of binary fractions, the nearest multiple is near enough.
  'a multiple of': (count, limit) => Math.abs(count / limit - Math.round(count / limit)) < 1e-9,
};

/**
 * A browser cannot stop a regular expression that takes for ever, so that only those are tried that cannot: no repeated groups, no references
 * back, few repetitions. What cannot be tried is left to the API.
 */
export function matches(pattern: string, text: string): boolean {
  const isTame = !/\\[1-9]|\\k<|\)[*+{]/.test(pattern) && (pattern.match(/[*+]|\{\d+,\}/g) ?? []).length <= 2;
  if (!isTame || text.length > 1_000) return true;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
