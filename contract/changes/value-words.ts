const MOST_VALUES = 6;
const LONGEST_VALUE = 60;

/** A JSON value as text, cut where it is long. */
export function valueWords(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** `"a", "b" and "c"`; of many the first, and how many more there are. */
export function valuesWords(values: readonly unknown[], last: 'and' | 'or'): string {
  const shown = values.slice(0, MOST_VALUES).map(valueWords);
  const more = values.length - shown.length;
  return listWords(more > 0 ? [...shown, `${more} more`] : shown, last);
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** JSON with its members in order, without those that are left out: two values are the same where this is. */
export function canonicalJson(
  value: unknown,
  isLeftOut: (key: string, value: unknown) => boolean = () => false,
): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([key, member]) => !isLeftOut(key, member))
            .sort(([left], [right]) => (left < right ? -1 : 1)),
        )
      : part,
  );
}
