import type { SchemaView } from '../../../../../contract/reference-page';
import type { JsonIndex } from '../json-index/json-index';
import { pointerOf } from '../json-index/pointers';
import { wordsOfValue, type AnswerFinding, type PlacedFinding } from './answer-finding';
import type { KnownViews } from './known-views';

export interface CheckedAnswer {
  readonly findings: readonly AnswerFinding[];
  /** Parts of the schema that were wanted and are not there yet, by name. */
  readonly missingParts: ReadonlySet<string>;
}

/** A value that is still to be compared with its schema. */
export interface Job {
  readonly node: number;
  readonly view: SchemaView;
  /** Names of members that are described around this view, by whatever else holds for the same object. */
  readonly around: ReadonlySet<string>;
}

/** What the rules of a schema are checked with. */
export interface CheckRun {
  readonly index: JsonIndex;
  readonly views: KnownViews;
  readonly emit: (findings: readonly PlacedFinding[]) => void;
  /** Values within this one, to be looked at later: lazily, as there may be millions. */
  readonly visit: (jobs: Iterable<Job>) => void;
  /** What would be found if a value had another schema. Nothing of it is said yet. */
  readonly trial: (node: number, view: SchemaView, around: ReadonlySet<string>) => readonly PlacedFinding[];
}

export const noNames: ReadonlySet<string> = new Set();

export function breach(index: JsonIndex, node: number, expected: string): PlacedFinding {
  return { node, pointer: pointerOf(index, node), expected, got: wordsOfValue(index, node), weight: 'breach' };
}

export function isFit(findings: readonly AnswerFinding[]): boolean {
  return findings.every(({ weight }) => weight === 'note');
}

export function* childrenOf(index: JsonIndex, node: number): Generator<number> {
  const end = index.next[node] ?? 0;
  for (let child = node + 1; child < end; child = index.next[child] ?? end) yield child;
}

export function pointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
