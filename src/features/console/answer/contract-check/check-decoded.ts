import type { JsonIndex } from '../json-index/json-index';
import { indexJson } from '../json-index/json-indexer';
import { pointerOf } from '../json-index/pointers';
import { breach, type CheckRun, type CheckedAnswer } from './check-run';

/** What a text holds once it is decoded (`contentSchema`, JSON Schema 2020-12 validation §8.5), such as the data of an event. */
export function checkDecoded(
  { index, views, emit }: CheckRun,
  node: number,
  text: string,
  check: (inside: JsonIndex) => CheckedAnswer,
): void {
  const inside = indexJson(new TextEncoder().encode(text));
  if (inside.fault) return emit([breach(index, node, 'JSON, as a text')]);
  const { findings, missingParts } = check(inside);
  for (const part of missingParts) views.missingParts.add(part);
  const outside = pointerOf(index, node);
  emit(findings.map((finding) => ({ ...finding, node, pointer: outside + finding.pointer })));
}
