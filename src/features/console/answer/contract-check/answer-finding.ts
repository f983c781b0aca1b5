import { isContainer, Kind, textBetween, type JsonIndex } from '../json-index/json-index';
import { nearestNode } from '../json-index/pointers';

/** One place where an answer is not as the contract describes it. */
export interface AnswerFinding {
  /** JSON pointer into the body; of the missing member itself, where it is one. */
  readonly pointer: string;
  /** `a string`. */
  readonly expected: string;
  /** `a number`; `nothing` where a member is missing. */
  readonly got: string;
  /** `note`: the contract does not forbid it, but does not know it either. */
  readonly weight: 'breach' | 'note';
  /** Where it is in the index of the answer that was checked. */
  readonly node?: number;
}

/** A finding at the line where it is shown. */
export interface PlacedFinding extends AnswerFinding {
  readonly node: number;
}

/** Finds the lines. A missing member is shown at the object that should have it. */
export function placeFindings(index: JsonIndex, findings: readonly AnswerFinding[]): readonly PlacedFinding[] {
  return findings.map((finding) => ({ ...finding, node: finding.node ?? nearestNode(index, finding.pointer).node }));
}

export function findingsByNode(placed: readonly PlacedFinding[]): ReadonlyMap<number, readonly PlacedFinding[]> {
  const map = new Map<number, PlacedFinding[]>();
  for (const finding of placed) map.set(finding.node, [...(map.get(finding.node) ?? []), finding]);
  return map;
}

/** The last step of a finding's pointer, where it is a member that its line does not show. */
export function missingName(finding: AnswerFinding): string | null {
  if (finding.got !== 'nothing') return null;
  const step = finding.pointer.slice(finding.pointer.lastIndexOf('/') + 1);
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What a value is, in words, with its beginning. */
export function wordsOfValue(index: JsonIndex, node: number): string {
  if (isContainer(index, node)) return index.kind[node] === Kind.object ? 'an object' : 'an array';
  const text = textBetween(
    index,
    index.start[node] ?? 0,
    Math.min(index.end[node] ?? 0, (index.start[node] ?? 0) + 40),
  );
  const kind = index.kind[node];
  if (kind === Kind.string) return `the string ${text.length > 38 ? `${text}…` : text}`;
  return kind === Kind.number ? `the number ${text}` : text;
}
