import { keepsTo } from '../../request/check-constraints';
import { textBetween } from '../json-index/json-index';
import { breach, childrenOf, isFit, noNames, type CheckRun, type Job } from './check-run';
import { brokenRule } from './constraint-rules';
import { isExact } from './exact-view';

/** Longer lists are not compared item by item with one another, nor searched for what they must contain. */
const mostCompared = 2_000;

/** How many items a list has, what it must contain, and each item by its schema. */
export function checkItems(run: CheckRun, { node, view }: Job): void {
  const { index } = run;
  const size = index.size[node] ?? 0;
  const isDistinct = (): boolean => {
    if (size > mostCompared) return true;
    // The same text is the same value; whether different texts are, is left to the gateway.
    const texts = [...childrenOf(index, node)].map((at) =>
      textBetween(index, index.start[at] ?? 0, index.end[at] ?? 0),
    );
    return new Set(texts).size === texts.length;
  };
  const named = view.prefixItems?.length ?? 0;
  const broken = brokenRule(view, { kind: 'array', size, isDistinct, named });
  if (broken !== null) run.emit([breach(index, node, broken)]);
  checkContained(run, node, view);
  run.visit(items(run, node, view));
}

function* items({ index }: CheckRun, node: number, view: Job['view']): Generator<Job> {
  let at = 0;
  for (const child of childrenOf(index, node)) {
    const inner = view.prefixItems?.[at] ?? view.items;
    at += 1;
    if (inner) yield { node: child, view: inner, around: noNames };
  }
}

function checkContained({ index, views, trial, emit }: CheckRun, node: number, { contains }: Job['view']): void {
  if (!contains || (index.size[node] ?? 0) > mostCompared || !isExact(views, contains.schema)) return;
  const count = [...childrenOf(index, node)].filter((at) => isFit(trial(at, contains.schema, noNames))).length;
  const bounds = contains.words.replace(/ items?$/, '');
  if (!keepsTo(bounds, count)) {
    emit([{ ...breach(index, node, `${contains.words} of a certain kind`), got: `${count} of them` }]);
  }
}
