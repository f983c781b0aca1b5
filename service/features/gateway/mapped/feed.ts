import type { Binding, MappedSource } from '../../../../contract/mapped/index.ts';
import { ProblemError, type ProblemPlace } from '../../../platform/problem.ts';
import { coerceText } from '../coerce-text.ts';
import { type Facts, needed } from '../facts.ts';

/** What a request says for one variable or field. */
export interface Fed {
  readonly target: string;
  readonly source: MappedSource;
  readonly value: unknown;
}

/** The values that the bindings lead to; what a request leaves out is left out. Throws where its body cannot be taken apart. */
export function feed(facts: Facts, bindings: readonly Binding[]): readonly Fed[] {
  const { stream, body } = needed(facts.input, 'input');
  if (stream !== undefined || Buffer.isBuffer(body)) {
    const { operation } = needed(facts.match, 'match');
    throw new ProblemError('media-type-unsupported', {
      detail: `${operation.id} takes JSON in live. Send application/json.`,
    });
  }
  return bindings.flatMap(({ target, source }) => {
    const value = valueOf(facts, source);
    return value === undefined ? [] : [{ target, source, value }];
  });
}

function valueOf(facts: Facts, { room, members }: MappedSource): unknown {
  const input = needed(facts.input, 'input');
  const [name = ''] = members;
  switch (room) {
    case 'path':
      return pathValue(facts, name);
    case 'query':
      return input.query.get(name);
    case 'body':
      return members.reduce<unknown>((value, member) => memberOf(value, member), input.body);
  }
}

/** Paths travel as text; the contract says what is meant. */
function pathValue(facts: Facts, name: string): unknown {
  const text = needed(facts.input, 'input').path.get(name);
  const { contract } = needed(facts.served, 'served');
  const parameter = needed(facts.match, 'match').operation.parameters.find(
    (each) => each.in === 'path' && each.name === name,
  );
  return text === undefined ? undefined : coerceText(contract, parameter?.schema, text);
}

/** An own member; never what an object inherits. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Where a value stands in the request, as problems name it. */
export function placeOf({ room, members }: MappedSource, pointer: string, message: string): ProblemPlace {
  if (room !== 'body')
    return { in: room, at: members.join('.'), message: pointer === '' ? message : `${pointer} ${message}` };
  const escaped = members.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { in: 'body', at: `${escaped}${pointer}`, message };
}
