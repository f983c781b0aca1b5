import { describe, expect, test } from 'vitest';
import { aContract } from '../../model.fixture.ts';
import type { Schema } from '../../model.ts';
import type { Direction } from '../change.ts';
import { listChanges } from './list-changes.ts';
import { SchemaPairs } from './schema-pairs.ts';

const components: Record<string, Schema> = {
  Card: { type: 'object', properties: { number: { type: 'string' } } },
  Cash: { type: 'object', properties: { amount: { type: 'number' } } },
  Check: { type: 'object', properties: { bank: { type: 'string' } } },
};

/** Each change as `path: text`; a `!` before what breaks. */
function compare(before: Schema, after: Schema, direction: Direction, schemas = components): string[] {
  const pairs = new SchemaPairs(aContract([], schemas), aContract([], schemas));
  return listChanges(pairs.pair(before, after, direction), 'there').map(
    ({ path, text, isBreaking }) => `${isBreaking ? '!' : ''}${path === '' ? '' : `${path}: `}${text}`,
  );
}

const object = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
});
const text: Schema = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe('what changed in a schema, as a request sends it and as an answer brings it', () => {
  const rows: [name: string, before: Schema, after: Schema, inRequest: string[], inAnswer: string[]][] = [
    [
      'a description',
      { type: 'string', description: 'a' },
      { type: 'string', description: 'b', examples: ['c'] },
      [],
      [],
    ],
    [
      'another type',
      { type: 'integer' },
      text,
      ['!is a string instead of an integer'],
      ['!is a string instead of an integer'],
    ],
    [
      'a wider type',
      { type: 'integer' },
      { type: 'number' },
      ['is a number instead of an integer'],
      ['!is a number instead of an integer'],
    ],
    [
      'a type more',
      text,
      { type: ['string', 'number'] },
      ['is a number or a string instead of a string'],
      ['!is a number or a string instead of a string'],
    ],
    ['any type', text, true, ['is of any type instead of a string'], ['!is of any type instead of a string']],
    ['a type that was only implied', { properties: { a: text } }, object({ a: text }), [], []],
    ['null', text, { type: ['string', 'null'] }, ['can be null now'], ['!can be null now']],
    ['null by a choice', text, { anyOf: [text, { type: 'null' }] }, ['can be null now'], ['!can be null now']],
    ['no null', { type: ['string', 'null'] }, text, ['!is never null now'], ['is never null now']],
    ['a value more', { enum: ['a'] }, { enum: ['a', 'b'] }, ['can be "b" now'], ['!can be "b" now']],
    ['a value less', { enum: ['a', 'b'] }, { enum: ['a'] }, ['!can no longer be "b"'], ['is never "b" now']],
    ['values in another order', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }, [], []],
    ['const for an enum of one', { type: 'string', enum: ['a'] }, { type: 'string', const: 'a' }, [], []],
    ['values with descriptions', { enum: ['a', 'b'] }, { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] }, [], []],
    [
      'a list of values',
      text,
      { type: 'string', enum: ['a', 'b'] },
      ['!is always "a" or "b" now'],
      ['is always "a" or "b" now'],
    ],
    [
      'no list any more',
      { type: 'string', enum: ['a', 'b'] },
      text,
      ['can be other than "a" and "b" now'],
      ['!can be other than "a" and "b" now'],
    ],
    [
      'a lower limit',
      { maxLength: 9 },
      { maxLength: 5 },
      ['!has at most 5 characters, at most 9 characters before'],
      ['has at most 5 characters, at most 9 characters before'],
    ],
    [
      'a higher limit',
      { maximum: 9 },
      { maximum: 10 },
      ['is at most 10, at most 9 before'],
      ['!is at most 10, at most 9 before'],
    ],
    [
      'a limit from below',
      { minItems: 1 },
      { minItems: 2 },
      ['!has at least 2 items, at least 1 item before'],
      ['has at least 2 items, at least 1 item before'],
    ],
    [
      'a new limit',
      {},
      { maxProperties: 20 },
      ['!has at most 20 members, no limit before'],
      ['has at most 20 members, no limit before'],
    ],
    [
      'no limit any more',
      { exclusiveMinimum: 0 },
      {},
      ['has no such limit now: more than 0 before'],
      ['!has no such limit now: more than 0 before'],
    ],
    ['a limit that says nothing', {}, { minLength: 0 }, [], []],
    [
      'smaller steps',
      { multipleOf: 1 },
      { multipleOf: 0.5 },
      ['is a multiple of 0.5 instead of 1'],
      ['!is a multiple of 0.5 instead of 1'],
    ],
    [
      'nothing twice',
      { uniqueItems: false },
      { uniqueItems: true },
      ['!has no item twice now'],
      ['has no item twice now'],
    ],
    [
      'a format',
      text,
      { type: 'string', format: 'email' },
      ['!has the format email now'],
      ['has the format email now'],
    ],
    [
      'another format',
      { format: 'date' },
      { format: 'date-time' },
      ['!has the format date-time instead of date'],
      ['!has the format date-time instead of date'],
    ],
    [
      'a longer number',
      { format: 'int32' },
      { format: 'int64' },
      ['has the format int64 instead of int32'],
      ['!has the format int64 instead of int32'],
    ],
    [
      'another pattern',
      { pattern: '^a' },
      { pattern: '^b' },
      ['!matches ^b instead of ^a'],
      ['!matches ^b instead of ^a'],
    ],
    ['no pattern', { pattern: '^a' }, {}, ['no longer needs to match ^a'], ['!no longer needs to match ^a']],
    ['another default', { default: 1 }, { default: 2 }, ['defaults to 2 instead of 1'], []],
    ['a new property', object({}), object({ a: text }), ['a: is new, optional'], ['a: is new']],
    ['a new required property', object({}), object({ a: text }, 'a'), ['!a: is new and required'], ['a: is new']],
    ['a property less', object({ a: text }), object({}), ['!a: was removed'], ['!a: was removed']],
    [
      'a property that nothing fits',
      object({ a: text }),
      object({ a: false }),
      ['!a: was removed'],
      ['!a: was removed'],
    ],
    [
      'a property that is needed',
      object({ a: text }),
      object({ a: text }, 'a'),
      ['!a: is required now'],
      ['a: is always there now'],
    ],
    [
      'a property that is not needed',
      object({ a: text }, 'a'),
      object({ a: text }),
      ['a: is optional now'],
      ['!a: can be absent now'],
    ],
    [
      'a read-only property',
      object({ a: text }),
      object({ a: { type: 'string', readOnly: true } }),
      ['!a: is read only now: it cannot be sent'],
      [],
    ],
    [
      'a write-only property',
      object({ a: text }),
      object({ a: { type: 'string', writeOnly: true } }),
      [],
      ['!a: is write only now: no answer has it'],
    ],
    [
      'a change of what is read only',
      object({ a: { type: 'string', readOnly: true } }),
      object({ a: { type: 'integer', readOnly: true } }),
      [],
      ['!a: is an integer instead of a string'],
    ],
    [
      'a deprecated property',
      object({ a: text }),
      object({ a: { type: 'string', deprecated: true } }),
      ['a: is deprecated'],
      ['a: is deprecated'],
    ],
    [
      'no other members',
      object({ a: text }),
      { ...(object({ a: text }) as object), additionalProperties: false },
      ['!takes no other members now'],
      [],
    ],
    [
      'what others hold',
      { additionalProperties: text },
      { additionalProperties: { type: 'integer' } },
      ['!.*: is an integer instead of a string'],
      ['!.*: is an integer instead of a string'],
    ],
    [
      'items',
      object({ a: { type: 'array', items: text } }),
      object({ a: { type: 'array', items: { type: 'integer' } } }),
      ['!a[]: is an integer instead of a string'],
      ['!a[]: is an integer instead of a string'],
    ],
    [
      'a tuple',
      { prefixItems: [text] },
      { prefixItems: [{ type: 'integer' }] },
      ['![0]: is an integer instead of a string'],
      ['![0]: is an integer instead of a string'],
    ],
    [
      'a name that does not read as one',
      object({ 'a b': object({ c: text }) }),
      object({ 'a b': object({}) }),
      ['!["a b"].c: was removed'],
      ['!["a b"].c: was removed'],
    ],
    [
      'an alternative more',
      { oneOf: [ref('Card'), ref('Cash')] },
      { oneOf: [ref('Card'), ref('Cash'), ref('Check')] },
      ['can be Check now'],
      ['!can be Check now'],
    ],
    [
      'an alternative less',
      { anyOf: [ref('Card'), ref('Cash'), ref('Check')] },
      { anyOf: [ref('Check'), ref('Card')] },
      ['!can no longer be Cash'],
      ['is never Cash now'],
    ],
    [
      'a choice',
      ref('Card'),
      { oneOf: [ref('Cash'), ref('Check')] },
      ['!is one of Cash and Check now'],
      ['!is one of Cash and Check now'],
    ],
    [
      'a choice that took what was there',
      ref('Card'),
      { oneOf: [ref('Card'), ref('Check')] },
      ['can be Check now'],
      ['!can be Check now'],
    ],
    [
      'another discriminator',
      { oneOf: [ref('Card'), ref('Cash')], discriminator: { propertyName: 'a' } },
      { oneOf: [ref('Card'), ref('Cash')], discriminator: { propertyName: 'b' } },
      ['!is told apart by b instead of a'],
      ['!is told apart by b instead of a'],
    ],
    ['a condition', {}, { not: { const: 1 } }, ['!has a condition now: not'], ['has a condition now: not']],
    ['words within a condition', { not: { const: 1, description: 'a' } }, { not: { const: 1 } }, [], []],
    ['allOf for one', { allOf: [object({ a: text }), { required: ['a'] }] }, object({ a: text }, 'a'), [], []],
    ['a component for what stood here', ref('Card'), components.Card ?? true, [], []],
  ];
  test.each(rows)('%s', (_name, before, after, inRequest, inAnswer) => {
    expect(compare(before, after, 'request')).toEqual(inRequest);
    expect(compare(before, after, 'answer')).toEqual(inAnswer);
  });
});

describe('schemas that lead back to themselves', () => {
  const tree = (value: Schema): Record<string, Schema> => ({
    Tree: object({ value, left: ref('Tree'), right: ref('Tree') }),
  });

  test('are compared once, and their change is told once', () => {
    const pairs = new SchemaPairs(aContract([], tree(text)), aContract([], tree({ type: 'integer' })));
    const changes = listChanges(pairs.pair(ref('Tree'), ref('Tree'), 'answer'), 'answer 200');
    expect(changes.map(({ path }) => path)).toEqual(['value', 'left.value', 'right.value'].slice(0, 1));
  });

  test('a change below is found whichever way led to it first', () => {
    const before = { A: object({ b: ref('B') }), B: object({ a: ref('A'), x: text }) };
    const after = { A: object({ b: ref('B') }), B: object({ a: ref('A') }) };
    const pairs = new SchemaPairs(aContract([], before), aContract([], after));
    const paths = (name: string) =>
      listChanges(pairs.pair(ref(name), ref(name), 'answer'), 'there').map(({ path }) => path);
    expect(paths('A')).toEqual(['b.x']);
    expect(paths('B')).toEqual(['x']);
  });

  test('a component at many places is told where it stands first, and by a reference there after', () => {
    const wide = (value: Schema) => object({ a: value, b: value, c: value, d: value });
    const both = (value: Schema) => ({ Wide: wide(value), Root: object({ one: ref('Wide'), two: ref('Wide') }) });
    const pairs = new SchemaPairs(aContract([], both(text)), aContract([], both({ type: 'integer' })));
    const told = listChanges(pairs.pair(ref('Root'), ref('Root'), 'answer'), 'there');
    expect(told.map(({ path }) => path)).toEqual(['one.a', 'one.b', 'one.c', 'one.d', 'two']);
    expect(told.at(-1)).toMatchObject({ text: 'changes as one does', isBreaking: true });
  });

  test('a ladder whose ways double at each step costs its steps, not its ways', () => {
    const ladder = (last: Schema) =>
      Object.fromEntries(
        Array.from({ length: 60 }, (_, step) => [
          `S${step}`,
          step === 59 ? last : object({ l: ref(`S${step + 1}`), r: ref(`S${step + 1}`) }),
        ]),
      );
    const pairs = new SchemaPairs(aContract([], ladder(text)), aContract([], ladder({ type: 'integer' })));
    expect(listChanges(pairs.pair(ref('S0'), ref('S0'), 'answer'), 'there').length).toBeLessThan(200);
  });
});
