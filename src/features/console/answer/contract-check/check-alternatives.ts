import type { AlternativesView, SchemaView } from '../../../../../contract/reference-page';
import { Kind, stepOf, textBetween, type JsonIndex } from '../json-index/json-index';
import type { PlacedFinding } from './answer-finding';
import { breach, childrenOf, isFit, noNames, type CheckRun } from './check-run';
import { isExact } from './exact-view';
import { wordsOfType } from './type-names';

/** Nothing where one fits; else what is wrong with the one that was meant, or comes nearest. */
export function checkAlternatives(
  { index, views, trial, emit }: CheckRun,
  node: number,
  set: AlternativesView,
  names: ReadonlySet<string>,
): void {
  const around = new Set([...names, ...set.schemas.flatMap((one) => [...views.names(views.whole(one))]), '']);
  const meant = meantBy(index, node, set);
  const tried: (readonly PlacedFinding[])[] = [];
  for (const one of meant ? [meant] : set.schemas) {
    const found = trial(node, one, around);
    if (isFit(found)) return emit(found);
    tried.push(found);
  }
  const [nearest = []] = tried.toSorted((a, b) => a.length - b.length);
  emit(nearest);
}

/** What must not be, where that can be told for certain. */
export function checkNot({ index, views, trial, emit }: CheckRun, node: number, not: SchemaView): void {
  if (!isExact(views, not) || !isFit(trial(node, not, noNames))) return;
  emit([breach(index, node, `not ${not.const ?? not.enum?.join(', ') ?? wordsOfType(not)}`)]);
}

/** The alternative that the discriminator names. */
function meantBy(
  index: JsonIndex,
  node: number,
  { discriminator, values, schemas }: AlternativesView,
): SchemaView | null {
  if (discriminator === undefined || !values || index.kind[node] !== Kind.object) return null;
  for (const child of childrenOf(index, node)) {
    if (stepOf(index, child) !== discriminator || index.kind[child] !== Kind.string) continue;
    const value = JSON.parse(textBetween(index, index.start[child] ?? 0, index.end[child] ?? 0)) as string;
    const at = values.indexOf(value);
    return at === -1 ? null : (schemas[at] ?? null);
  }
  return null;
}
