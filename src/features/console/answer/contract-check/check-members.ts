import type { SchemaView } from '../../../../../contract/reference-page';
import { matches } from '../../request/check-constraints';
import { stepOf } from '../json-index/json-index';
import { pointerOf } from '../json-index/pointers';
import type { PlacedFinding } from './answer-finding';
import { breach, childrenOf, noNames, pointerStep, type CheckRun, type Job } from './check-run';
import { brokenRule } from './constraint-rules';
import { wordsOfType } from './type-names';

/** An object's members: those that lack, those that nobody knows, and the others by their own schemas. */
export function checkMembers(run: CheckRun, { node, view, around }: Job, names: ReadonlySet<string>): void {
  const { index } = run;
  const properties = propertiesOf(view);
  const seen = new Set<string>();
  const jobs: Job[] = [];
  const found: PlacedFinding[] = [];
  const isClosed = view.constraints?.includes('no other properties') ?? false;
  // Alternatives are looked at with the names around them: only the outermost says what nobody knows.
  const isOutermost = around.size === 0 && names.size > 0 && !run.views.isCut(view);
  for (const child of childrenOf(index, node)) {
    const name = stepOf(index, child);
    seen.add(name);
    const schemas = [...(properties.get(name) ?? []), ...patternsOf(view, name)];
    if (schemas.length === 0 && view.additional && !names.has(name)) schemas.push(view.additional);
    for (const schema of schemas) jobs.push({ node: child, view: schema, around: noNames });
    if (schemas.length === 0 && isOutermost && !names.has(name) && !view.additional) {
      const expected = isClosed ? 'no such member' : 'a member that the contract describes';
      const weight = isClosed ? 'breach' : 'note';
      found.push({ node: child, pointer: pointerOf(index, child), expected, got: `“${name}”`, weight });
    }
    const broken = view.names && brokenName(view.names, name);
    if (broken) found.push({ ...breach(index, child, `a name that ${broken}`), got: `“${name}”` });
  }
  for (const { name, required, schema } of view.properties ?? []) {
    if (!required || seen.has(name) || schema.writeOnly) continue;
    const pointer = pointerOf(index, node) + pointerStep(name);
    found.push({ node, pointer, expected: wordsOfType(schema), got: 'nothing', weight: 'breach' });
  }
  const broken = brokenRule(view, { kind: 'object', names: seen });
  if (broken !== null) found.push(breach(index, node, broken));
  run.emit(found);
  run.visit(jobs);
}

const made = new WeakMap<SchemaView, ReadonlyMap<string, readonly [SchemaView]>>();

function propertiesOf(view: SchemaView): ReadonlyMap<string, readonly [SchemaView]> {
  let properties = made.get(view);
  if (!properties) {
    properties = new Map((view.properties ?? []).map(({ name, schema }) => [name, [schema]] as const));
    made.set(view, properties);
  }
  return properties;
}

/** `patternProperties`; a pattern that cannot be tried here counts as met, and says nothing of what it holds. */
function patternsOf({ patterns = [] }: SchemaView, name: string): readonly SchemaView[] {
  return patterns.filter((one) => matches(one.name, name)).map(({ schema }) => schema);
}

function brokenName(names: SchemaView, name: string): string | null {
  return brokenRule(names, { kind: 'string', text: name });
}
