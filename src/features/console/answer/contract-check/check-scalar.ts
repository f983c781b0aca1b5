import type { SchemaView } from '../../../../../contract/reference-page';

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  email: /^[^\s@]+@[^\s@]+$/,
  ipv4: /^\d{1,3}(\.\d{1,3}){3}$/,
};

/** What a scalar should be instead, in words; null where it is right. Beside the type: values, format, bounds. */
export function scalarBreach(view: SchemaView, value: unknown): string | null {
  const text = JSON.stringify(value);
  if (value === null && view.nullable) return null;
  if (view.const !== undefined && !isSame(view.const, text)) return view.const;
  const isEnumWhole = view.enum !== undefined && view.enumCount === undefined;
  if (isEnumWhole && !view.enum?.some((one) => isSame(one, text))) return `one of ${listed(view.enum ?? [])}`;
  if (typeof value === 'string') {
    const pattern = Object.hasOwn(formats, view.format ?? '') ? formats[view.format ?? ''] : undefined;
    if (pattern && !pattern.test(value)) return `a string of format ${view.format}`;
    return sizeBreach(view, [...value].length, 'character');
  }
  return typeof value === 'number' ? boundBreach(view, value) : null;
}

/** The words of the contract's view say `2 to 4 items`: what is not kept of them, or null. */
export function sizeBreach({ constraints = [] }: SchemaView, size: number, unit: 'character' | 'item'): string | null {
  for (const words of constraints) {
    const match = new RegExp(`^(?:at least (\\d+)|at most (\\d+)|exactly (\\d+)|(\\d+) to (\\d+)) ${unit}s?$`).exec(
      words,
    );
    if (!match) continue;
    const [least, most] = [match[1] ?? match[3] ?? match[4], match[2] ?? match[3] ?? match[5]];
    if (size < Number(least ?? 0) || size > Number(most ?? Infinity)) return words;
  }
  return null;
}

function boundBreach({ constraints = [] }: SchemaView, value: number): string | null {
  const number = String.raw`(-?[\d.]+(?:e[+-]?\d+)?)`;
  for (const words of constraints) {
    const match = new RegExp(`^(?:at least ${number}|at most ${number}|${number} to ${number})$`).exec(words);
    if (!match) continue;
    const [least, most] = [match[1] ?? match[3], match[2] ?? match[4]];
    if (value < Number(least ?? -Infinity) || value > Number(most ?? Infinity)) return words;
  }
  return null;
}

/** The contract's value is JSON text; a string may stand there without quotes. */
function isSame(declared: string, text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(declared)) === text;
  } catch {
    return JSON.stringify(declared) === text;
  }
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 8).join(', ');
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown;
}
