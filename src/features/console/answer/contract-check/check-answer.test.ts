import { describe, expect, test } from 'vitest';
import type { SchemaView } from '../../../../../contract/reference-page';
import { operationPage } from '../../page.fixture';
import { indexJson } from '../json-index/json-indexer';
import { checkAnswer } from './check-answer';
import { declaredBody } from './declared-body';
import { typeNames, wordsOfType } from './type-names';

const property = (name: string, schema: SchemaView, required = false) => ({ name, required, schema });
const string: SchemaView = { type: 'string' };

const offer: SchemaView = {
  type: 'object',
  name: 'Offer',
  properties: [
    property('id', string, true),
    property('state', { type: 'string', enum: ['"on"', '"off"'] }),
    property('count', { type: 'integer', constraints: ['0 to 10'] }),
    property('at', { type: 'string or null', format: 'date-time', nullable: true }),
    property('tags', { type: 'array of string', items: string, constraints: ['at most 2 items'] }),
    property('secret', { ...string, writeOnly: true }, true),
    property('holder', { type: 'object', name: 'Holder', more: 'Holder-1' }),
    property('free', { type: 'object' }),
  ],
};

function check(value: unknown, schema = offer, parts: Record<string, SchemaView> = {}) {
  const { findings } = checkAnswer(
    indexJson(new TextEncoder().encode(JSON.stringify(value))),
    schema,
    new Map(Object.entries(parts)),
  );
  return findings.map(({ pointer, expected, got, weight }) => `${weight} ${pointer}: ${expected} / ${got}`);
}

describe('an answer', () => {
  test('that is as the contract says has no findings', () => {
    expect(check({ id: 'x', state: 'on', count: 2, at: null, tags: ['a'], free: { any: 1 } })).toEqual([]);
  });

  test.each<[string, unknown, string[]]>([
    ['lacks a member', {}, ['breach /id: a string / nothing']],
    ['has another type', { id: 7 }, ['breach /id: a string / the number 7']],
    ['has another value', { id: 'x', state: 'odd' }, ['breach /state: one of "on", "off" / the string "odd"']],
    ['has a fraction', { id: 'x', count: 1.5 }, ['breach /count: an integer / the number 1.5']],
    ['is out of bounds', { id: 'x', count: 11 }, ['breach /count: 0 to 10 / the number 11']],
    ['has another format', { id: 'x', at: 'soon' }, ['breach /at: a string of format date-time / the string "soon"']],
    ['has too many items', { id: 'x', tags: ['a', 'b', 'c'] }, ['breach /tags: at most 2 items / an array']],
    ['has a wrong item', { id: 'x', tags: ['a', null] }, ['breach /tags/1: a string / null']],
    ['has an unknown member', { id: 'x', 'a/b': 1 }, ['note /a~1b: a member that the contract describes / “a/b”']],
    ['is no object', [], ['breach : an object / an array']],
  ])('that %s is marked there', (_, value, findings) => {
    expect(check(value)).toEqual(findings);
  });

  test('with a member that a closed object does not have is wrong', () => {
    expect(check({ id: 'x', no: 1 }, { ...offer, constraints: ['no other properties'] })).toEqual([
      'breach /no: no such member / “no”',
    ]);
  });

  test('is checked by parts of the schema that lie elsewhere', () => {
    const index = indexJson(new TextEncoder().encode('{"id":"x","holder":{}}'));
    expect([...checkAnswer(index, offer, new Map()).missingParts]).toEqual(['Holder-1']);
    const holder: SchemaView = { type: 'object', properties: [property('name', string, true)] };
    expect(check({ id: 'x', holder: {} }, offer, { 'Holder-1': holder })).toEqual([
      'breach /holder/name: a string / nothing',
    ]);
  });

  test('may be any of its alternatives; else the one that was meant, or the nearest, says what is wrong', () => {
    const card: SchemaView = {
      type: 'object',
      properties: [property('kind', string, true), property('number', string, true)],
    };
    const cash: SchemaView = {
      type: 'object',
      properties: [property('kind', string, true), property('a', string, true), property('b', string, true)],
    };
    const either: SchemaView = { type: 'object', alternatives: { kind: 'oneOf', schemas: [card, cash] } };
    expect(check({ kind: 'x', number: '1' }, either)).toEqual([]);
    expect(check({ kind: 'x' }, either)).toEqual(['breach /number: a string / nothing']);
    const told: SchemaView = {
      type: 'object',
      alternatives: { kind: 'oneOf', discriminator: 'kind', values: ['card', 'cash'], schemas: [card, cash] },
    };
    expect(check({ kind: 'cash', a: '1' }, told)).toEqual(['breach /b: a string / nothing']);
  });

  test('of any length is looked at for a bounded time', () => {
    const many = Array.from({ length: 5000 }, () => 1);
    expect(check(many, { type: 'array of string', items: string })).toHaveLength(100);
  });
});

test.each<[string, string[] | null, string]>([
  ['string', ['string'], 'a string'],
  ['integer or null', ['integer', 'null'], 'an integer or null'],
  ['array of Offer', ['array'], 'an array of Offer'],
  ['array of (string or null) or null', ['array', 'null'], 'an array or null'],
  ['any', null, 'any'],
])('the type %s is read', (type, names, words) => {
  expect(typeNames({ type })).toEqual(names && new Set(names));
  expect(wordsOfType({ type })).toBe(words);
});

describe('what the contract says of a body', () => {
  const page = operationPage({
    responses: [
      {
        status: '200',
        descriptionHtml: '',
        headers: [],
        content: [{ type: 'application/json', schema: offer, examples: [] }],
      },
      {
        status: '201',
        descriptionHtml: '',
        headers: [],
        content: [
          { type: 'application/json', schema: { type: 'object', name: 'Offer', shownUnder: '200' }, examples: [] },
        ],
      },
    ],
  });

  test('is found under the answer that shows it', () => {
    expect(declaredBody(page, 201, 'application/json; charset=utf-8')).toEqual({ kind: 'schema', schema: offer });
  });

  test('is nothing for a status that it does not know, and another type where it names one', () => {
    expect(declaredBody(page, 404, 'application/json')).toEqual({ kind: 'open' });
    expect(declaredBody(page, 200, 'text/html')).toEqual({ kind: 'other-type', types: ['application/json'] });
  });
});
