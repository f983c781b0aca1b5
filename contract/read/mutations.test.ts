import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contract } from '../model.ts';
import { PortalError } from './portal-error.ts';
import { contractOf } from './read-contract.ts';
import { parseSource } from './source/index.ts';

const text = readFileSync('node_modules/@readme/oas-examples/3.1/json/train-travel.json', 'utf8');

type Path = (string | number)[];
const paths: Path[] = [];
const collect = (value: unknown, path: Path): void => {
  if (path.length > 0) paths.push(path);
  if (Array.isArray(value)) value.forEach((item, index) => collect(item, [...path, index]));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) collect(item, [...path, key]);
};
collect(JSON.parse(text), []);

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    { $ref: '#' },
    { $ref: '#/paths' },
    { $ref: '#/components/schemas/Trip' },
    { $ref: '#/nowhere' },
    { $ref: 7 },
    { nullable: true, allOf: [{ $ref: '#/components/schemas/Trip' }] },
  ),
);

function mutate(path: Path, value: unknown): string {
  const document = JSON.parse(text) as Record<string | number, unknown>;
  let holder = document;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  holder[path.at(-1) ?? ''] = value;
  return JSON.stringify(document);
}

/** What readers of the model rely on without looking. */
function expectWhole(contract: Contract): void {
  const all = [...contract.operations, ...contract.webhooks];
  expect(new Set(all.map(({ slug }) => slug.toLowerCase())).size).toBe(all.length);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const tags = new Set(contract.tags.map(({ name }) => name));
  for (const operation of all) {
    expect(operation.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(operation.tags.length).toBeGreaterThan(0);
    for (const tag of operation.tags) expect(tags.has(tag)).toBe(true);
    for (const requirement of operation.security)
      for (const name of Object.keys(requirement)) expect(contract.securitySchemes[name]).toBeDefined();
    for (const { name } of operation.parameters) expect(typeof name).toBe('string');
  }
}

test('whatever is changed in a description, it is read whole or refused with its file', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), odd, (path, value) => {
      try {
        expectWhole(
          contractOf({ api: 'a', version: 'v1', file: 'x.json' }, parseSource('x.json', mutate(path, value))),
        );
      } catch (error) {
        if (!(error instanceof PortalError)) throw error;
        expect(error.message).toMatch(/^x\.json:\d+:\d+: /);
        refused++;
      }
    }),
    // `MUTATIONS=10000` for a long run.
    { numRuns: Number(process.env.MUTATIONS ?? 1000) },
  );
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(0.9 * Number(process.env.MUTATIONS ?? 1000));
});

test('whatever bytes are cut, it is read or refused', () => {
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.nat(200),
      fc.string({ maxLength: 3 }),
      fc.constantFrom('x.json', 'x.yaml'),
      (from, length, between, file) => {
        const cut = text.slice(0, from) + between + text.slice(from + length);
        try {
          expectWhole(contractOf({ api: 'a', version: 'v1', file }, parseSource(file, cut)));
        } catch (error) {
          if (!(error instanceof PortalError)) throw error;
          expect(error.message).toMatch(/^x\.(json|yaml)/);
        }
      },
    ),
    { numRuns: 200 },
  );
});
