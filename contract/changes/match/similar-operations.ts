import type { Operation } from '../../model.ts';

/** Less alike than this, one operation was removed and another added. */
const LEAST = 0.55;
/** More pairs than this are not looked at. */
const MOST_PAIRS = 1_000_000;

/** Pairs of the same method whose paths and summaries have most words in common, the most alike first. */
export function similarPairs(before: readonly Operation[], after: readonly Operation[]): [Operation, Operation][] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const right = after.map((operation) => ({ operation, words: wordsOf(operation) }));
  return before
    .flatMap((was) => {
      const words = wordsOf(was);
      return right.flatMap(({ operation: is, words: others }) => {
        const likeness = was.method === is.method ? likenessOf(words, others) : 0;
        return likeness < LEAST ? [] : [{ was, is, likeness, key: [was.id, is.id].sort().join(' ') }];
      });
    })
    .sort((left, right) => right.likeness - left.likeness || (left.key < right.key ? -1 : 1))
    .map(({ was, is }) => [was, is]);
}

interface Words {
  readonly path: readonly string[];
  readonly summary: ReadonlySet<string>;
}

function wordsOf({ path, summary }: Operation): Words {
  const steps = path.split('/').filter((step) => step !== '');
  return {
    path: steps.map((step) => (step.startsWith('{') ? '{}' : step.toLowerCase())),
    summary: wordSet(summary.toLowerCase()),
  };
}

/** From 0 to 1. The path counts for more: summaries are made of few verbs. */
function likenessOf(left: Words, right: Words): number {
  const paths = pathLikeness(left.path, right.path);
  return paths === 0 ? 0 : 0.6 * paths + 0.4 * commonShare(left.summary, right.summary);
}

/** Steps in common, compared from the end: a resource is named last. Paths that differ in whether one thing is meant differ. */
function pathLikeness(left: readonly string[], right: readonly string[]): number {
  if ((left.at(-1) === '{}') !== (right.at(-1) === '{}')) return 0;
  const length = Math.max(left.length, right.length);
  let sum = 0;
  for (let index = 1; index <= length; index += 1) sum += stepLikeness(left.at(-index), right.at(-index));
  return length === 0 ? 0 : sum / length;
}

function stepLikeness(left = '', right = ''): number {
  if (left === right) return 1;
  return commonShare(wordSet(left), wordSet(right));
}

function commonShare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

/** Without the plural's s: `/webhooks` became `/webhook-endpoints`. */
function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu)?.map((word) => word.replace(/s$/, '')));
}
