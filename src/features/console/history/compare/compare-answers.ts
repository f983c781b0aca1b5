import { formatBytes, formatDuration } from '../../answer/format-figures';
import type { HistoryEntry, KeptAnswer } from '../history-entry';
import { compareJson, type JsonComparison } from './compare-json';
import { compareLines } from './compare-lines';
import { hunksOf, type Hunk } from './hunks';
import { readJson } from './read-json';

export interface Compared {
  readonly entry: HistoryEntry;
  readonly answer: KeptAnswer | null;
}

/** A named value on both sides; null where it is not there. */
export interface FactChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type BodyComparison =
  | { readonly kind: 'same' }
  | ({ readonly kind: 'json' } & JsonComparison)
  | { readonly kind: 'lines'; readonly hunks: readonly Hunk[]; readonly rest: number }
  /** It cannot be compared; in words. */
  | { readonly kind: 'none'; readonly sentence: string };

export interface AnswerComparison {
  /** Status, time and size, also where they are the same. */
  readonly facts: readonly FactChange[];
  /** What was sent otherwise. */
  readonly request: readonly FactChange[];
  readonly headers: readonly FactChange[];
  /** Headers that differ from one answer to the next whatever was asked: they say little. */
  readonly passingHeaders: readonly FactChange[];
  readonly body: BodyComparison;
  /** Of one of them only the beginning was kept. */
  readonly isPartial: boolean;
}

/** How the answer to one request differs from that to another. */
export function compareAnswers(before: Compared, after: Compared): AnswerComparison {
  const headersOf = ({ answer }: Compared) =>
    (answer?.headers ?? []).map(([name, value]) => [name.toLowerCase(), value] as const);
  const headers = changesOf(headersOf(before), headersOf(after));
  return {
    facts: factsOf(before.entry, after.entry),
    request: changesOf(sentValues(before.entry), sentValues(after.entry)),
    headers: headers.filter(({ name }) => !isPassing(name)),
    passingHeaders: headers.filter(({ name }) => isPassing(name)),
    body: compareBodies(before.answer, after.answer),
    isPartial: [before, after].some(({ answer }) => answer?.kept === 'beginning'),
  };
}

/** Names of the request, the time, and what is left of a limit. */
function isPassing(name: string): boolean {
  return /^(?:age|date|expires|server-timing|x-runtime|cf-ray|traceparent|x-trace-id|via)$|request-?id$|correlation-?id$|ratelimit/.test(
    name,
  );
}

export function compareBodies(before: KeptAnswer | null, after: KeptAnswer | null): BodyComparison {
  if (!before || !after) return { kind: 'none', sentence: 'One of the two has no answer.' };
  if (before.kept === 'nothing' || after.kept === 'nothing') {
    return { kind: 'none', sentence: 'One of the bodies is not text, and was not kept.' };
  }
  if (before.text === after.text) return { kind: 'same' };
  const old = readJson(before.text);
  const now = readJson(after.text);
  if (old.kind === 'json' && now.kind === 'json') {
    const comparison = compareJson(old.value, now.value);
    return comparison.changes.length === 0 ? { kind: 'same' } : { kind: 'json', ...comparison };
  }
  return { kind: 'lines', ...hunksOf(compareLines(before.text, after.text)) };
}

function factsOf(before: HistoryEntry, after: HistoryEntry): readonly FactChange[] {
  const answered = [before, after].map(({ outcome }) => (outcome?.kind === 'answered' ? outcome : null));
  const fact = (name: string, words: (of: NonNullable<(typeof answered)[number]>) => string): FactChange => {
    const [old, now] = answered.map((one) => (one ? words(one) : null));
    return { name, before: old ?? null, after: now ?? null };
  };
  return [
    fact('Status', ({ status }) => String(status)),
    fact('Time', ({ totalMilliseconds }) => formatDuration(totalMilliseconds)),
    fact('Size', ({ bytes }) => formatBytes(bytes)),
  ];
}

/** What was sent, by name. */
function sentValues({ request, address, operation }: HistoryEntry): readonly (readonly [string, string])[] {
  return [
    ['address', `${operation.method} ${address}`],
    ...Object.entries(request.parameters)
      .filter(([key]) => !/^(?:path|query|querystring):/.test(key))
      .map(([key, text]) => [key.replace(':', ' '), text] as const),
    ...(request.environment === undefined ? [] : [['environment', request.environment] as const]),
    ...(request.mediaType === undefined ? [] : [['media type', request.mediaType] as const]),
    ...(request.body === undefined ? [] : [['body', request.body] as const]),
  ];
}

/** Those that differ; of several with one name, the values together. */
function changesOf(
  before: readonly (readonly [string, string])[],
  after: readonly (readonly [string, string])[],
): readonly FactChange[] {
  const old = byName(before);
  const now = byName(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function byName(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) values.set(name, values.has(name) ? `${values.get(name)}, ${value}` : value);
  return values;
}
