import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aContract } from '../../contract/model.fixture.ts';
import type { Contract, Schema, SchemaObject } from '../../contract/model.ts';
import { readContract } from '../../contract/read/index.ts';
import type { SchemaView } from '../../contract/reference-page.ts';
import { sampleSchema } from '../../contract/sample.ts';
import { validatorFor } from '../../contract/validate/index.ts';
import { SchemaViews } from '../../plugins/reference/schema/schema-views.ts';
import { githubDescription } from '../support/public-descriptions.ts';

/** The site is bundled, not run by Node: its modules are asked for by address, so that they are not checked as Node's. */
interface Site {
  readonly indexJson: (bytes: Uint8Array) => unknown;
  readonly checkAnswer: (
    index: unknown,
    schema: SchemaView,
    parts: ReadonlyMap<string, SchemaView>,
  ) => {
    readonly findings: readonly { readonly weight: string; readonly pointer: string; readonly expected: string }[];
  };
}

let loading: Promise<Site> | undefined;

function site(): Promise<Site> {
  return (loading ??= load());
}

async function load(): Promise<Site> {
  const at = (file: string) => new URL(`../../src/features/console/answer/${file}.ts`, import.meta.url).pathname;
  const [index, check] = (await Promise.all([
    import(/* @vite-ignore */ at('json-index/json-indexer')),
    import(/* @vite-ignore */ at('contract-check/check-answer')),
  ])) as [Pick<Site, 'indexJson'>, Pick<Site, 'checkAnswer'>];
  return { ...index, ...check };
}

interface Given {
  readonly schema: Schema;
  readonly value: unknown;
}

/** What the console finds against the contract in values, by the views that pages have of their schemas. */
async function consoleFindings(contract: Contract, given: readonly Given[]): Promise<readonly string[]> {
  const { indexJson, checkAnswer } = await site();
  const views = new SchemaViews(contract, (text) => text ?? '');
  const shown = given.map(({ schema, value }) => ({ view: views.view(schema, 'answer', 'place'), value }));
  const parts = new Map([...views.files()].map((file) => [file.name, file.view]));
  return shown.flatMap(({ view, value }) => {
    const text = JSON.stringify(value);
    const { findings } = checkAnswer(indexJson(new TextEncoder().encode(text)), view, parts);
    const breaches = findings.filter(({ weight }) => weight === 'breach');
    return breaches.map(({ pointer, expected }) => `${text.slice(0, 300)} ${pointer}: ${expected}`);
  });
}

/** Those that are right by the contract itself. */
function right(contract: Contract, given: readonly Given[]): readonly Given[] {
  const validator = validatorFor(contract);
  return given.filter(({ schema, value }) => validator.validate(schema, value, 'response').length === 0);
}

const name = fc.constantFrom('a', 'b', 'kind', 'x-y');
const scalar = fc.constantFrom<SchemaObject>(
  { type: 'string' },
  { type: 'integer', minimum: 1, maximum: 5 },
  { type: 'string', minLength: 2 },
  { type: 'string', pattern: '^x' },
  { type: ['number', 'null'], exclusiveMinimum: 0 },
  { enum: ['card', 'cash', 7] },
  { const: 'card' },
  { type: 'boolean' },
  { type: 'string', format: 'date-time' },
  { not: { const: 'card' } },
);
/** What a condition is made of: nested, they would take the validator minutes. */
const flat = fc
  .record({ properties: fc.dictionary(name, scalar, { maxKeys: 2 }), required: fc.uniqueArray(name, { maxLength: 2 }) })
  .map((object): SchemaObject => ({ type: 'object', ...object }));
const { schema } = fc.letrec<{ schema: SchemaObject; object: SchemaObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2 },
    scalar,
    tie('object'),
    tie('schema').map((items): SchemaObject => ({ type: 'array', items, uniqueItems: true, maxItems: 2 })),
    tie('schema').map((one): SchemaObject => ({ type: 'array', contains: one })),
    fc.tuple(tie('schema'), tie('schema')).map((anyOf): SchemaObject => ({ anyOf })),
    fc.tuple(flat, flat).map((allOf): SchemaObject => ({ allOf })),
  ),
  object: fc
    .record(
      {
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        patternProperties: fc.dictionary(fc.constantFrom('^x-', '^a'), tie('schema'), { maxKeys: 1 }),
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { minLength: 1, maxLength: 2 }), { maxKeys: 1 }),
        minProperties: fc.constantFrom(0, 1),
        if: flat,
        then: flat,
        else: flat,
      },
      { requiredKeys: ['properties'] },
    )
    .map((object): SchemaObject => ({ type: 'object', ...object })),
}));
const { value: loose } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>('card', 'cash', 'xy', 'x', 1, 3, 7, 0.5, null, true, '2024-01-31T09:00:00Z'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));

const value = loose.map((one): unknown => JSON.parse(JSON.stringify(one)));

describe('what the console finds in an answer', () => {
  test('is never against what the contract allows', async () => {
    await fc.assert(
      fc.asyncProperty(schema, fc.array(value, { minLength: 1, maxLength: 5 }), async (of, values) => {
        const contract = aContract([], {});
        const given = values.map((one): Given => ({ schema: of, value: one }));
        expect(await consoleFindings(contract, right(contract, given))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['the sample', 'openapi/cardea/v2.yaml'],
    ['GitHub’s', githubDescription()],
  ])('is nothing in a sample of each answer of %s', async (_, file) => {
    const contract = await readContract({ api: 'a', version: 'v1', file });
    const schemas = contract.operations.flatMap(({ responses }) =>
      responses.flatMap(({ content }) => content.flatMap((media) => media.schema ?? [])),
    );
    // Each is compiled for the validator, which takes its time.
    const given = [...new Set(schemas)].slice(0, 120).map((of): Given => ({
      schema: of,
      value: sampleSchema(contract, of, 'response'),
    }));
    const fitting = right(contract, given);
    expect(fitting.length).toBeGreaterThan(20);
    expect(await consoleFindings(contract, fitting)).toEqual([]);
  });
});
