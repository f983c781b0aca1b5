import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SchemaView } from '../../../../contract/reference-page';
import { readJsonTree } from '../json/json-tree';
import { fitsShape, shapeOf } from './field-shape';
import { likelyAlternative } from './likely-alternative';
import { chosenView, startJson } from './start-json';
import { withKept } from './with-kept';

const known = new Map<string, SchemaView>();
const text: SchemaView = { type: 'string' };
const one = (name: string, schema: SchemaView, required = true) => ({ name, required, schema });

describe('a value begins', () => {
  test.each<[SchemaView, unknown]>([
    [{ type: 'string', default: 'a' }, 'a'],
    [{ type: 'string', example: '"b"' }, 'b'],
    [{ type: 'string', enum: ['"c"', '"d"'] }, 'c'],
    [{ type: 'integer', constraints: ['5 to 9'] }, 5],
    [{ type: 'integer', constraints: ['more than 0'] }, 1],
    [{ type: 'array of string', items: text }, []],
    [{ type: 'any' }, ''],
    [
      { type: 'object', properties: [one('a', text), one('b', text, false), one('c', { ...text, readOnly: true })] },
      { a: '' },
    ],
    [
      { type: 'A', alternatives: { kind: 'oneOf', schemas: [{ type: 'object', properties: [one('a', text)] }] } },
      { a: '' },
    ],
  ])('%j', (view, want) => {
    expect(JSON.parse(startJson(view, known))).toEqual(want);
  });

  test('as what its field can show, whatever the schema is', () => {
    const leaf = fc.constantFrom<SchemaView>(
      text,
      { type: 'integer' },
      { type: 'boolean or null', nullable: true },
      { type: 'any' },
    );
    const { view } = fc.letrec<{ view: SchemaView }>((tie) => ({
      view: fc.oneof(
        { maxDepth: 4 },
        leaf,
        tie('view').map((items): SchemaView => ({ type: 'array', items })),
        fc.array(fc.tuple(fc.string(), tie('view'), fc.boolean()), { maxLength: 3 }).map((list): SchemaView => ({
          type: 'object',
          properties: list.map(([name, schema, required]) => one(name, schema, required)),
        })),
        fc
          .array(tie('view'), { minLength: 1, maxLength: 3 })
          .map((schemas): SchemaView => ({ type: 'any', alternatives: { kind: 'anyOf', schemas } })),
      ),
    }));
    fc.assert(
      fc.property(view, (schema) => {
        const root = readJsonTree(startJson(schema, known));
        const shape = shapeOf(schema);
        expect(root !== null && (shape.kind === 'open' || fitsShape(shape, root))).toBe(true);
      }),
    );
  });
});

describe('which alternative a value is', () => {
  const a: SchemaView = { type: 'object', properties: [one('x', text), one('y', text)] };
  const b: SchemaView = { type: 'object', properties: [one('x', text), one('kind', { type: 'string', const: '"b"' })] };
  const set = { kind: 'oneOf' as const, schemas: [a, b, text] };
  const likely = (json: string, chosen: number | null = null) =>
    likelyAlternative(set, json, readJsonTree(json) ?? undefined, known, chosen);

  test('is seen from its members, constants and type', () => {
    expect([likely('{"x":"","y":""}'), likely('{"x":"","kind":"b"}'), likely('"text"')]).toEqual([0, 1, 2]);
  });

  test('stays the one that was chosen as long as it can be', () => {
    expect([likely('{"x":""}', 1), likely('"text"', 0), likely('', 1)]).toEqual([1, 2, 1]);
  });

  test('its discriminator’s value is the one it can have', () => {
    const parent: SchemaView = { type: 'any', alternatives: { ...set, discriminator: 'x', values: ['first', '', ''] } };
    expect(JSON.parse(startJson(chosenView(parent, a, 0, known), known))).toEqual({ x: 'first', y: '' });
  });
});

test('what another shape held is kept where both have it, unless it tells them apart', () => {
  expect(JSON.parse(withKept('{"kind":"b","name":"","size":0}', '{"kind":"a","name":"Ada","other":1}'))).toEqual({
    kind: 'b',
    name: 'Ada',
    size: 0,
  });
});
