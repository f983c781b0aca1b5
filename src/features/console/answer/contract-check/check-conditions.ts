import type { ClauseView, SchemaView } from '../../../../../contract/reference-page';
import { stepOf, textBetween, type JsonIndex } from '../json-index/json-index';
import { pointerOf } from '../json-index/pointers';
import type { PlacedFinding } from './answer-finding';
import { breach, childrenOf, isFit, pointerStep, type CheckRun } from './check-run';
import { readClause, type Clause } from './clause';
import { isExact } from './exact-view';

/** `if/then/else`, `dependentRequired` and `dependentSchemas`, as the contract's page words them. */
export function checkConditions(run: CheckRun, node: number, view: SchemaView, names: ReadonlySet<string>): void {
  for (const { when, then, otherwise } of view.conditions ?? []) {
    const isMet = holds(run, node, when);
    const consequence = isMet === null ? undefined : isMet ? then : otherwise;
    if (!consequence) continue;
    if (consequence.schema) {
      run.emit(run.trial(node, consequence.schema, new Set([...names, ''])));
      continue;
    }
    const clause = readClause(consequence.words ?? '');
    if (clause) run.emit(breachesOf(run.index, node, clause, reason(when, isMet === true)));
  }
}

/** Null where it cannot be told. */
function holds(run: CheckRun, node: number, { words, schema }: ClauseView): boolean | null {
  if (schema) return isExact(run.views, schema) ? isFit(run.trial(node, schema, new Set(['']))) : null;
  const clause = readClause(words ?? '');
  return clause && isTrue(run.index, node, clause);
}

function isTrue(index: JsonIndex, node: number, clause: Clause): boolean {
  switch (clause.kind) {
    case 'there':
      return memberAt(index, node, clause.path) !== null;
    case 'missing':
      return memberAt(index, node, clause.path) === null;
    case 'value': {
      const member = memberAt(index, node, clause.path);
      return member !== null && clause.values.some((value) => isValue(index, member, value));
    }
    case 'not':
      return !isTrue(index, node, clause.of);
    case 'all':
      return clause.of.every((one) => isTrue(index, node, one));
    case 'any':
      return clause.of.some((one) => isTrue(index, node, one));
  }
}

/** What of a consequence is not so, each at its member. */
function breachesOf(index: JsonIndex, node: number, clause: Clause, why: string): readonly PlacedFinding[] {
  if (clause.kind === 'all') return clause.of.flatMap((one) => breachesOf(index, node, one, why));
  if (isTrue(index, node, clause)) return [];
  if (clause.kind === 'there') {
    const pointer = pointerOf(index, node) + clause.path.split('.').map(pointerStep).join('');
    return [{ node, pointer, expected: `it, ${why}`, got: 'nothing', weight: 'breach' }];
  }
  if (clause.kind === 'missing') {
    return [breach(index, memberAt(index, node, clause.path) ?? node, `no such member, ${why}`)];
  }
  if (clause.kind === 'value') {
    const member = memberAt(index, node, clause.path);
    // Absent, it is not of another value (JSON Schema 2020-12 §10.3.2.1).
    return member === null ? [] : [breach(index, member, `${clause.values.join(' or ')}, ${why}`)];
  }
  return [breach(index, node, `another combination of members, ${why}`)];
}

function reason({ words }: ClauseView, isMet: boolean): string {
  const said = words === undefined ? 'the rest is as it is' : words.replaceAll('`', '');
  return isMet ? `as ${said}` : `as it is not so that ${said}`;
}

/** The node of a member, or of one inside it: `holder.name`. Of several of one name the last counts. */
function memberAt(index: JsonIndex, node: number, path: string): number | null {
  const steps = path.split('.');
  let found: number | null = null;
  for (const child of childrenOf(index, node)) {
    const name = stepOf(index, child);
    if (name === path) found = child;
    else if (steps.length > 1 && name === steps[0])
      found = memberAt(index, child, path.slice(name.length + 1)) ?? found;
  }
  return found;
}

/** A text stands in the contract's words without its quotes. */
function isValue(index: JsonIndex, node: number, value: string): boolean {
  const text = textBetween(index, index.start[node] ?? 0, index.end[node] ?? 0);
  if (text === value) return true;
  try {
    return JSON.parse(text) === value || JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(value));
  } catch {
    return false;
  }
}
