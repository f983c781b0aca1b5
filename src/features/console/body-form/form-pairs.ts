/** One `name=value` of a form's text, as it was written and as it reads. */
export interface Pair {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
  /** The value before it was decoded: a separator of a list stands in it as it is. */
  readonly encoded: string;
}

/** The pairs of `application/x-www-form-urlencoded` (WHATWG URL §5.1). A line break between pairs is as good as `&`. */
export function readPairs(text: string): readonly Pair[] {
  return text
    .split('&')
    .filter((raw) => raw.trim() !== '')
    .map((raw) => {
      const [name = '', ...rest] = raw.trim().split('=');
      const encoded = rest.join('=');
      return { raw, name: decodeFormText(name), value: decodeFormText(encoded), encoded };
    });
}

export function decodeFormText(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A `%` that begins no triplet stays what it is.
    return new URLSearchParams(`=${text}`).get('') ?? spaced;
  }
}

/** `card[address][0]` → `card`, then `address`, `0`; a name without brackets is a name alone. */
export function stepsOfName(name: string): readonly [name: string, ...steps: string[]] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name);
  if (!match?.[1] || !match[2]) return [name];
  return [match[1], ...match[2].slice(1, -1).split('][')];
}
