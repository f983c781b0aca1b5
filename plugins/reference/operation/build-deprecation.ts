import type { Contract, Operation } from '../../../contract/model.ts';
import type { DeprecationView } from '../../../contract/reference-page.ts';
import { operationLink } from './operation-link.ts';

type Fields = Readonly<Record<string, unknown>>;

const SINCE = ['x-deprecated-since', 'x-deprecated-at', 'x-deprecation-date', 'deprecationDate'];
const SUNSET = ['x-sunset', 'x-sunset-date', 'x-removal-date', 'removalDate', 'sunsetDate'];
const INSTEAD = ['x-deprecated-use', 'x-deprecation-replacement', 'x-replaced-by', 'x-replacement', 'replacedBy'];

/**
 * Since when an operation is deprecated, until when it works and what to use instead, where its extensions say so. OpenAPI has no words
 * for it; these are those that descriptions use, plain or within a vendor's own object (GitHub: `x-github.removalDate`).
 */
export function buildDeprecation(
  { deprecated, extensions }: Operation,
  contract: Contract,
): DeprecationView | undefined {
  const places = [extensions, ...Object.values(extensions).filter(isFields)];
  const since = find(places, SINCE, isDay);
  const sunset = find(places, SUNSET, isDay);
  const replacement = find(places, INSTEAD, (text) => text !== '');
  const instead = replacement === undefined ? undefined : linkTo(contract, replacement);
  if (!deprecated && since === undefined && sunset === undefined) return undefined;
  if (since === undefined && sunset === undefined && !instead) return undefined;
  return {
    ...(since !== undefined && { since }),
    ...(sunset !== undefined && { sunset }),
    ...(instead && { instead }),
  };
}

function find(
  places: readonly Fields[],
  names: readonly string[],
  isFit: (text: string) => boolean,
): string | undefined {
  for (const place of places) {
    for (const name of names) {
      const value = Object.hasOwn(place, name) ? place[name] : undefined;
      if (typeof value === 'string' && isFit(value)) return value;
    }
  }
  return undefined;
}

/** By its operationId, or as `GET /things/{id}`. */
function linkTo(contract: Contract, replacement: string): DeprecationView['instead'] {
  const [, method, path] = /^(\w+)\s+(\/\S*)$/.exec(replacement.trim()) ?? [];
  const named = contract.operations.find((one) => one.path === path && one.method === method?.toLowerCase());
  return operationLink(contract, named?.id ?? replacement);
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text));

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
