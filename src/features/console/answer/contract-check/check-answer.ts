import type { SchemaView } from '../../../../../contract/reference-page';
import { atOnce, type Sliced } from '../in-slices';
import { Kind, textBetween, type JsonIndex } from '../json-index/json-index';
import type { PlacedFinding } from './answer-finding';
import { checkAlternatives, checkNot } from './check-alternatives';
import { checkConditions } from './check-conditions';
import { checkDecoded } from './check-decoded';
import { checkItems } from './check-items';
import { checkMembers } from './check-members';
import { breach, noNames, type CheckedAnswer, type CheckRun, type Job } from './check-run';
import { isScalarChecked, scalarBreach } from './check-scalar';
import { alternativesOf, KnownViews } from './known-views';
import { isOfType, wordsOfType } from './type-names';

export type { CheckedAnswer } from './check-run';

export const mostFindings = 100;
const mostNodesOfTrial = 5_000;
/** What of a text a step is said to read for each value. */
const bytesOfValue = 64;

/**
 * Compares a JSON answer with the contract's view of it: what is missing, of another type, value, format or number, not described, or not as a
 * condition says. What a view says in words that are not understood is left to the gateway, which checks every answer by the contract itself.
 */
export class AnswerCheck implements Sliced<CheckedAnswer> {
  readonly #index: JsonIndex;
  readonly #views: KnownViews;
  readonly #found: PlacedFinding[] = [];
  readonly #waiting: Iterator<Job>[];
  readonly #trying = new Map<SchemaView, Set<number>>();
  #trials = 0;
  #leftOfTrial = 0;
  #node = 0;

  constructor(index: JsonIndex, schema: SchemaView, parts: ReadonlyMap<string, SchemaView>) {
    this.#index = index;
    this.#views = new KnownViews(parts);
    this.#waiting = index.count === 0 ? [] : [[{ node: 0, view: schema, around: noNames }].values()];
  }

  get progress(): number {
    return this.#index.count === 0 ? 1 : this.#node / this.#index.count;
  }

  step(about: number): boolean {
    return this.#work(this.#waiting, this.#found, about / bytesOfValue);
  }

  result(): CheckedAnswer {
    const inOrder = this.#found.toSorted((a, b) => a.node - b.node);
    // Several alternatives may say the same.
    const each = new Map(inOrder.map((one) => [`${one.pointer} ${one.expected}`, one]));
    const findings = [...each.values()].slice(0, mostFindings);
    return { findings, missingParts: this.#views.missingParts };
  }

  /** Depth first; true when nothing is left, or enough is found. */
  #work(waiting: Iterator<Job>[], found: PlacedFinding[], most: number): boolean {
    const run: CheckRun = {
      index: this.#index,
      views: this.#views,
      emit: (findings) => found.push(...findings),
      visit: (jobs) => waiting.push(jobs[Symbol.iterator]()),
      trial: this.#trial,
    };
    for (let count = 0; count < most && found.length < mostFindings;) {
      const iterator = waiting.at(-1);
      if (!iterator) return true;
      const next = iterator.next();
      if (next.done) {
        waiting.pop();
        continue;
      }
      count += 1;
      if (waiting === this.#waiting) this.#node = next.value.node;
      else if ((this.#leftOfTrial -= 1) < 0) return true;
      this.#check(run, next.value);
    }
    return waiting.length === 0 || found.length >= mostFindings;
  }

  /** All trials within the outermost one share its number of values: what is not looked at counts as right. */
  readonly #trial: CheckRun['trial'] = (node, view, around) => {
    const tried = this.#trying.get(view) ?? new Set();
    // A schema that is its own alternative would be tried for ever.
    if (tried.has(node)) return [];
    this.#trying.set(view, tried.add(node));
    if (this.#trials === 0) this.#leftOfTrial = mostNodesOfTrial;
    this.#trials += 1;
    const found: PlacedFinding[] = [];
    this.#work([[{ node, view, around }].values()], found, Infinity);
    this.#trials -= 1;
    tried.delete(node);
    return found;
  };

  #check(run: CheckRun, { node, view: use, around }: Job): void {
    const { index, views } = run;
    const view = views.whole(use);
    if (!isOfType(index, node, view)) return run.emit([breach(index, node, wordsOfType(view))]);
    const kind = index.kind[node];
    const own = views.names(view);
    const names = around.size === 0 ? own : new Set([...around, ...own]);
    if (kind === Kind.object) checkMembers(run, { node, view, around }, names);
    else if (kind === Kind.array) checkItems(run, { node, view, around });
    else if (isScalarChecked(view) || view.decoded) this.#checkScalar(run, node, view);
    for (const set of alternativesOf(view)) checkAlternatives(run, node, set, names);
    if (view.not) checkNot(run, node, view.not);
    if (view.conditions && kind === Kind.object) checkConditions(run, node, view, names);
  }

  #checkScalar(run: CheckRun, node: number, view: SchemaView): void {
    const { index } = run;
    const value: unknown = JSON.parse(textBetween(index, index.start[node] ?? 0, index.end[node] ?? 0));
    const expected = scalarBreach(view, value);
    if (expected !== null) run.emit([breach(index, node, expected)]);
    else if (view.decoded && typeof value === 'string') {
      const { decoded } = view;
      checkDecoded(run, node, value, (inside) => checkAnswer(inside, decoded, run.views.parts));
    }
  }
}

/** The same at once, for what is short. */
export function checkAnswer(
  index: JsonIndex,
  schema: SchemaView,
  parts: ReadonlyMap<string, SchemaView>,
): CheckedAnswer {
  return atOnce(new AnswerCheck(index, schema, parts));
}
