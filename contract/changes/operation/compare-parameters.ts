import type { Operation, Parameter, Schema } from '../../model.ts';
import { breaks, type Change, type Direction } from '../change.ts';
import { listChanges } from '../schema/list-changes.ts';
import type { SchemaPairs } from '../schema/schema-pairs.ts';

interface Context {
  readonly direction: Direction;
  readonly pairs: SchemaPairs;
}

/** Parameters by place and name; those of the path by their order, since their names are not sent (OpenAPI 3.1 §4.8.12). */
export function compareParameters(before: Operation, after: Operation, context: Context): Change[] {
  const left = byKey(before);
  const right = byKey(after);
  const changes: Change[] = [];
  for (const [key, was] of left) {
    const is = right.get(key);
    const where = placeOf(is ?? was);
    if (is) changes.push(...compareOne(was, is, { where, ...context }));
    else changes.push(goneChange(was, after));
  }
  for (const [key, is] of right) {
    const isMoved = before.parameters.some((was) => was.name === is.name && was.in !== 'path' && is.in !== 'path');
    if (left.has(key) || (isMoved && ![...left.values()].some((was) => was.name === is.name && right.has(keyOf(was)))))
      continue;
    changes.push(newChange(is, context.direction));
  }
  return changes;
}

function byKey({ parameters, path }: Operation): Map<string, Parameter> {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  return new Map(
    parameters.map((parameter) => {
      const position = parameter.in === 'path' ? names.indexOf(parameter.name) : -1;
      return [position === -1 ? keyOf(parameter) : `path ${position}`, parameter];
    }),
  );
}

/** Names of headers are the same in any letter case (RFC 9110 §5.1). */
const keyOf = ({ name, in: place }: Parameter) => `${place} ${place === 'header' ? name.toLowerCase() : name}`;

const placeOf = ({ name, in: place }: Parameter) =>
  place === 'header' ? `header ${name}` : `${place} parameter ${name}`;

function goneChange(was: Parameter, after: Operation): Change {
  const where = placeOf(was);
  const elsewhere = after.parameters.find(
    ({ name, in: place }) => name === was.name && place !== was.in && place !== 'path',
  );
  if (elsewhere && was.in !== 'path') {
    return { rule: 'parameter-moved', isBreaking: true, where, path: '', text: `is ${placeOf(elsewhere)} now` };
  }
  return { rule: 'parameter-removed', isBreaking: true, where, path: '', text: 'was removed' };
}

function newChange(is: Parameter, direction: Direction): Change {
  const isBreaking = is.required && direction === 'request';
  const text = isBreaking ? 'is new and required' : 'is new, optional';
  const rule = isBreaking ? 'required-parameter-added' : 'parameter-added';
  return { rule, isBreaking, where: placeOf(is), path: '', text: direction === 'request' ? text : 'is new' };
}

function compareOne(was: Parameter, is: Parameter, context: Context & { readonly where: string }): Change[] {
  const { where, direction, pairs } = context;
  const changes: Change[] = [];
  const say = (rule: string, isBreaking: boolean, text: string) =>
    changes.push({ rule, isBreaking, where, path: '', text });
  if (!was.required && is.required) say('parameter-required', breaks(direction, 'narrower'), 'is required now');
  if (was.required && !is.required) say('parameter-optional', breaks(direction, 'wider'), 'is optional now');
  if (!was.deprecated && is.deprecated) say('parameter-deprecated', false, 'is deprecated');
  if (isWrittenOtherwise(was, is)) {
    say('parameter-form-changed', true, `is written as ${formWords(is)} instead of ${formWords(was)}`);
  }
  return [...changes, ...listChanges(pairs.pair(was.schema, is.schema, direction), where)];
}

/** How a value becomes text (OpenAPI 3.1 §4.8.12.2.3). For a single value `explode` makes no difference. */
function isWrittenOtherwise(was: Parameter, is: Parameter): boolean {
  if (was.mediaType !== is.mediaType || was.style !== is.style) return true;
  return was.explode !== is.explode && ![was, is].every(({ schema }) => isSingle(schema));
}

const isSingle = (schema: Schema) =>
  typeof schema === 'object' && /^(?:string|integer|number|boolean)$/.test(String(schema.type));

const formWords = ({ style, explode, mediaType }: Parameter) => mediaType ?? (explode ? `${style}, exploded` : style);
