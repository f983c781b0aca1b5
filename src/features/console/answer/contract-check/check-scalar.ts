import type { SchemaView } from '../../../../../contract/reference-page';
import { brokenRule } from './constraint-rules';
import { isOfFormat, isOfNumberFormat } from './formats';

/** What a scalar should be instead, in words; null where it is right. Beside the type: values, format, bounds, pattern. */
export function scalarBreach(view: SchemaView, value: unknown): string | null {
  if (value === null && view.nullable) return null;
  const text = JSON.stringify(value);
  if (view.const !== undefined && !isSame(view.const, text)) return view.const;
  const isEnumWhole = view.enum !== undefined && view.enumCount === undefined;
  if (isEnumWhole && !view.enum?.some((one) => isSame(one, text))) return `one of ${listed(view.enum ?? [])}`;
  if (typeof value === 'string') {
    if (view.format !== undefined && !isOfFormat(view.format, value)) return `a string of format ${view.format}`;
    return brokenRule(view, { kind: 'string', text: value });
  }
  if (typeof value !== 'number') return null;
  if (view.format !== undefined && !isOfNumberFormat(view.format, value)) return `a number of format ${view.format}`;
  return brokenRule(view, { kind: 'number', number: value });
}

/** False where only the type of a scalar counts: it need not be read. */
export function isScalarChecked(view: SchemaView): boolean {
  return (view.const ?? view.enum ?? view.format ?? view.constraints) !== undefined;
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
