import type { SchemaObject } from '../../../contract/model.ts';

/** Where the parts of an `allOf` contradict each other, nothing fits: said, not hidden. */
export function conflictWords(parts: readonly SchemaObject[]): string[] {
  const [whole = {}] = parts;
  const reasons = [
    atOnce(parts.map(({ type }) => type && [type].flat().join(' or '))),
    atOnce(parts.map((part) => (part.const === undefined ? undefined : JSON.stringify(part.const)))),
    parts.filter((part) => part.enum).length > 1 ? 'its lists of values have none in common' : undefined,
    isEmpty(whole.minimum, whole.maximum) ? `at least ${whole.minimum} and at most ${whole.maximum}` : undefined,
    isEmpty(whole.minLength, whole.maxLength)
      ? `at least ${whole.minLength} and at most ${whole.maxLength} characters`
      : undefined,
    isEmpty(whole.minItems, whole.maxItems)
      ? `at least ${whole.minItems} and at most ${whole.maxItems} items`
      : undefined,
  ];
  return reasons.flatMap((reason) => (reason === undefined ? [] : [`contradicts itself: ${reason}`]));
}

function atOnce(all: readonly (string | undefined)[]): string | undefined {
  const said = [...new Set(all.filter((one) => one !== undefined))];
  return said.length > 1 ? `${said.join(' and ')} at once` : undefined;
}

const isEmpty = (least: number | undefined, most: number | undefined) =>
  least !== undefined && most !== undefined && least > most;
