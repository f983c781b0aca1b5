import { describe, expect, test } from 'vitest';
import type { ConditionView, SchemaView } from '../../../../../contract/reference-page';
import { indexJson } from '../json-index/json-indexer';
import { AnswerCheck, checkAnswer } from './check-answer';
import { readClause } from './clause';

const indexOf = (value: unknown) => indexJson(new TextEncoder().encode(JSON.stringify(value)));

function check(value: unknown, schema: SchemaView, parts: Record<string, SchemaView> = {}) {
  const { findings } = checkAnswer(indexOf(value), schema, new Map(Object.entries(parts)));
  return findings.map(({ pointer, expected, got, weight }) => `${weight} ${pointer}: ${expected} / ${got}`);
}

const string: SchemaView = { type: 'string' };
const object = (part: Partial<SchemaView>): SchemaView => ({ type: 'object', ...part });
const having = (names: string, part: Partial<SchemaView> = {}): SchemaView =>
  object({ properties: names.split(' ').map((name) => ({ name, required: false, schema: { type: 'any' } })), ...part });
const words = (...constraints: string[]) => ({ constraints });

describe('of a scalar', () => {
  test.each<[string, SchemaView, unknown, unknown]>([
    ['a pattern', { type: 'string', ...words('matches ^off_[a-z]+$') }, 'off_a', 'of_1'],
    ['a length, by characters', { type: 'string', ...words('exactly 2 characters') }, '😀é', '😀😀😀'],
    ['several bounds', { type: 'number', ...words('at least 1, less than 5') }, 4.9, 5],
    ['a multiple', { type: 'number', ...words('a multiple of 0.1') }, 0.3, 0.35],
    ['base64', { type: 'string', ...words('holds image/png encoded as base64') }, 'aGk=', 'h€'],
    ['int32', { type: 'integer', format: 'int32' }, 2147483647, 2147483648],
    ...(
      [
        ['date', '2024-02-29', '2023-02-29'],
        ['date-time', '2024-01-31T23:59:60Z', '2024-01-31T25:00:00Z'],
        ['time', '09:00:00+01:00', '9:00'],
        ['duration', 'P1DT2H', 'P'],
        ['email', 'a@b.example', 'a b@c'],
        ['hostname', 'a-b.example', '-a.example'],
        ['ipv4', '10.0.0.255', '10.0.0.256'],
        ['ipv6', '2001:db8::1', '2001:db8::g'],
        ['uri', 'https://a.example/x', '/x'],
        ['uuid', '6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f', '6f1c2d3e'],
        ['json-pointer', '/a~1b/0', 'a'],
        ['byte', 'aGk=', 'a-_'],
      ] as const
    ).map(([format, right, wrong]): [string, SchemaView, unknown, unknown] => [
      format,
      { type: 'string', format },
      right,
      wrong,
    ]),
  ])('%s is checked', (_, schema, right, wrong) => {
    expect(check(right, schema)).toEqual([]);
    expect(check(wrong, schema)).toHaveLength(1);
  });

  test('nothing is said of what is not known', () => {
    expect(check('x', { type: 'string', format: 'of-our-own', ...words('in a way of our own') })).toEqual([]);
    // Such a pattern could take for ever.
    expect(check('aaaa!', { type: 'string', ...words('matches ^(a+)+$') })).toEqual([]);
  });
});

describe('of a list or an object', () => {
  const list = (part: Partial<SchemaView>): SchemaView => ({ type: 'array of any', ...part });
  test.each<[string, SchemaView, unknown, unknown, string]>([
    ['doubles', list(words('no item twice')), [1, '1'], [{ a: 1 }, { a: 1 }], 'no item twice'],
    [
      'items after a tuple',
      list({ prefixItems: [string], ...words('no further items') }),
      ['a'],
      ['a', 1],
      'no further',
    ],
    ['what it contains', list({ contains: { words: 'at least 1 item', schema: string } }), [1, 'a'], [1], 'at least 1'],
    ['too much of it', list({ contains: { words: 'at most 1 item', schema: string } }), ['a'], ['a', 'b'], 'at most 1'],
    ['members in number', having('a b', words('at least 2 properties')), { a: 1, b: 1 }, { a: 1 }, 'at least 2'],
    ['members that are needed', having('a b', words('needs a and b')), { a: 1, b: 1 }, { a: 1 }, 'needs a and b'],
    ['one of groups', having('a b c', words('needs a, or b with c')), { b: 1, c: 1 }, { b: 1 }, 'needs a, or b'],
    ['not several', having('a b', words('needs a, or b, not several')), { a: 1 }, { a: 1, b: 1 }, 'not several'],
    [
      'names',
      having('a', { additional: { type: 'any' }, names: { ...string, ...words('matches ^[a-z]$') } }),
      { a: 1 },
      { A: 1 },
      'a name',
    ],
    [
      'members by pattern',
      object({ patterns: [{ name: '^x-', required: false, schema: string }] }),
      { 'x-a': 'a' },
      { 'x-a': 1 },
      'a string',
    ],
    [
      'what it must not be',
      having('kind', {
        not: having('kind', {
          properties: [{ name: 'kind', required: true, schema: { type: 'string', const: '"x"' } }],
        }),
      }),
      { kind: 'y' },
      { kind: 'x' },
      'not ',
    ],
    [
      'what a text holds',
      { type: 'string', decoded: having('id', { properties: [{ name: 'id', required: true, schema: string }] }) },
      '{"id":"x"}',
      '{}',
      'a string',
    ],
  ])('%s', (_, schema, right, wrong, expected) => {
    expect(check(right, schema)).toEqual([]);
    const found = check(wrong, schema);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});

describe('a condition', () => {
  const cond = (when: string, then?: string, otherwise?: string): ConditionView => ({
    when: { words: when },
    ...(then !== undefined && { then: { words: then } }),
    ...(otherwise !== undefined && { otherwise: { words: otherwise } }),
  });
  const payment = (...conditions: ConditionView[]) => having('kind number bank note', { conditions });

  test.each<[string, ConditionView, unknown, string[]]>([
    ['that is met', cond('`kind` is `card`', '`number` is needed'), { kind: 'card', number: '1' }, []],
    [
      'that is met, and its consequence is not',
      cond('`kind` is `card`', '`number` is needed'),
      { kind: 'card' },
      ['breach /number: it, as kind is card / nothing'],
    ],
    ['that is not met', cond('`kind` is `card`', '`number` is needed'), { kind: 'cash' }, []],
    [
      'with another way',
      cond('`kind` is `card`', '`number` is needed', '`number` is not allowed'),
      { kind: 'cash', number: '1' },
      ['breach /number: no such member, as it is not so that kind is card / the string "1"'],
    ],
    [
      'on several members',
      cond('`kind` is `card`, `debit` or `credit` and `bank` is there', '`note` is `a` or `b`'),
      { kind: 'debit', bank: 1, note: 'c' },
      ['breach /note: a or b, as kind is card, debit or credit and bank is there / the string "c"'],
    ],
    ['on what may be missing', cond('`kind` is `card` or is missing', '`note` is needed'), { note: 1 }, []],
    [
      'on what is not so',
      cond('not (`kind` is `card`)', '`bank` is needed'),
      { kind: 'cash' },
      ['breach /bank: it, as not (kind is card) / nothing'],
    ],
    ['that is not understood', cond('`kind` is at least 3', '`bank` is needed'), { kind: 4 }, []],
    [
      'of a number',
      cond('`number` is `5`', '`bank` is needed'),
      { number: 5 },
      ['breach /bank: it, as number is 5 / nothing'],
    ],
  ])('%s', (_, condition, value, findings) => {
    expect(check(value, payment(condition))).toEqual(findings);
  });

  test('may be a schema, and lead to one', () => {
    const isCard = having('kind', {
      properties: [{ name: 'kind', required: true, schema: { type: 'string', const: '"card"' } }],
    });
    const long = having('number', {
      properties: [{ name: 'number', required: true, schema: { ...string, ...words('at least 4 characters') } }],
    });
    const schema = payment({ when: { schema: isCard }, then: { schema: long } });
    expect(check({ kind: 'card', number: '123' }, schema)).toEqual([
      'breach /number: at least 4 characters / the string "123"',
    ]);
    expect(check({ kind: 'cash', number: '123' }, schema)).toEqual([]);
    // What it says beyond what can be checked might not be met.
    const vague = { when: { schema: { ...isCard, format: 'x' } }, then: { words: '`bank` is needed' } };
    expect(check({ kind: 'card' }, payment(vague))).toEqual([]);
  });

  test.each([
    ['`a` is there and `b` is missing or `c` is there', 'all(there a, any(missing b, there c))'],
    ['`a` is `x`, `y` or `z` and `b` is needed and is `1`', 'all(value a x|y|z, all(there b, value b 1))'],
    ['(`a` is there and `b` is there) or `c` is not `x`', 'any(all(there a, there b), not(value c x))'],
    ['`a` is there, `b` is there or `c` is there', 'any(there a, there b, there c)'],
    ['`a` is there, `b` is there or `c` is there and `d` is there', null],
    ['`a` is a string', null],
    ['', null],
  ])('in the words %s is read', (said, want) => {
    const write = (clause: ReturnType<typeof readClause>): string | null => {
      if (clause === null) return null;
      if (clause.kind === 'all' || clause.kind === 'any') return `${clause.kind}(${clause.of.map(write).join(', ')})`;
      if (clause.kind === 'not') return `not(${write(clause.of)})`;
      return `${clause.kind} ${clause.path}${clause.kind === 'value' ? ` ${clause.values.join('|')}` : ''}`;
    };
    expect(write(readClause(said))).toBe(want);
  });
});

test('a schema that is its own alternative comes to an end', () => {
  const knot: SchemaView = object({ name: 'Knot', more: 'Knot' });
  const whole = object({
    alternatives: { kind: 'anyOf', schemas: [knot] },
    properties: [{ name: 'in', required: false, schema: knot }],
  });
  expect(check({ in: { in: { in: 1 } } }, knot, { Knot: whole })).toEqual([
    'breach /in/in/in: an object / the number 1',
  ]);
});

test('a long answer is checked in steps, in the order of its text, to its end', () => {
  const items = Array.from({ length: 30_000 }, (_, at) => ({ id: at === 29_000 || at === 7 ? 1 : 'x' }));
  const item = object({ properties: [{ name: 'id', required: true, schema: string }] });
  const work = new AnswerCheck(indexOf(items), { type: 'array of object', items: item }, new Map());
  let steps = 1;
  while (!work.step(64 * 1024)) steps += 1;
  expect(steps).toBeGreaterThan(20);
  expect(work.result().findings.map(({ pointer }) => pointer)).toEqual(['/7/id', '/29000/id']);
});
