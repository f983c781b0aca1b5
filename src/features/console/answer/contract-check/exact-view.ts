import type { SchemaView } from '../../../../../contract/reference-page';
import type { KnownViews } from './known-views';
import { typeNames } from './type-names';

/** What does not bear on which values are allowed, and what `AnswerCheck` looks at in full. */
const known = new Set(
  `type name slug title descriptionHtml deprecated readOnly writeOnly nullable enumTexts default example otherExamples
  externalDocs const enum constraints properties items prefixItems more`.split(/\s+/),
);
const exactWords = /^(?:(?:at least|at most|exactly|more than|less than) |-?[\d.]+ to )|^no other properties$/;
const mostLevels = 4;

/**
 * Whether nothing of a schema goes unchecked, so that what fits its view fits the schema: only such a one may be taken for a condition, or
 * be forbidden.
 */
export function isExact(views: KnownViews, view: SchemaView, level = 0): boolean {
  const whole = views.whole(view);
  if (level > mostLevels || views.isCut(view) || !Object.keys(whole).every((key) => known.has(key))) return false;
  if (typeNames(whole) === null && whole.type !== 'any') return false;
  if (!(whole.constraints ?? []).every((words) => exactWords.test(words))) return false;
  const inside = [whole.items, ...(whole.prefixItems ?? []), ...(whole.properties ?? []).map(({ schema }) => schema)];
  return inside.every((one) => one === undefined || isExact(views, one, level + 1));
}
