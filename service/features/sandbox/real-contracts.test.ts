import fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { Contract, Operation } from '../../../contract/model.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { publicDescription, trainTravel } from '../../../tests/support/public-descriptions.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { contractAt, examples, startGateway } from '../gateway/gateway.fixture.ts';
import { validRequests } from '../gateway/random-body.fixture.ts';
import { agreeing } from './agreeing.fixture.ts';
import { allPages, type KeptCollection, keptCollections } from './kept-collections.fixture.ts';
import type { Exchange } from '../traffic/index.ts';
import { collectionOf, type DrawnRequest, drawnRequests, toSend } from './random-request.fixture.ts';
import { sandboxMigrations } from './migrations.ts';
import type { Item } from './state.ts';

const contracts: readonly (readonly [string, () => string])[] = [
  ['Cardea v2', () => 'openapi/cardea/v2.yaml'],
  ['Cardea v1', () => 'openapi/cardea/v1.yaml'],
  ['Train Travel', trainTravel],
  ['Petstore', () => `${examples}/3.1/json/petstore.json`],
  ['Scalar Galaxy', () => publicDescription('galaxy')],
];

/** Those with collections that can be filled and listed. */
const listed = contracts.filter(([name]) => ['Cardea v2', 'Cardea v1', 'Train Travel'].includes(name));

async function start(file: string) {
  const place = await newSqlite();
  const database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  const contract = await contractAt(file, 'api');
  const gateway = await startGateway(database, [contract]);
  const stop = async () => {
    await gateway.app.close();
    await database.close();
    await place.remove();
  };
  return { ...gateway, contract, stop };
}

/** Whatever is asked for, as long as the contract allows it, is answered as the contract promises. */
describe('random valid requests to real contracts: every answer has a declared status and is valid by its schema', () => {
  test.each(contracts)(
    '%s',
    async (_name, file) => {
      const { app, contract, exchanges, stop } = await start(file());
      await fc.assert(
        fc.asyncProperty(fc.array(drawnRequests(contract), { minLength: 1, maxLength: 12 }), async (requests) => {
          exchanges.length = 0;
          const known = new Map<string, string[]>();
          for (const drawn of requests) await sendAndCheck(app, contract, drawn, known);
          expect(findingsIn(exchanges)).toEqual([]);
        }),
        { numRuns: 40 },
      );
      await stop();
    },
    60_000,
  );
});

async function sendAndCheck(
  app: FastifyInstance,
  contract: Contract,
  drawn: DrawnRequest,
  known: Map<string, string[]>,
): Promise<void> {
  const { operation } = drawn;
  const collection = collectionOf(operation);
  const ids = known.get(collection) ?? [];
  const answer = await app.inject(toSend(contract, drawn, ids));
  const said = `${operation.id} ${answer.statusCode}: ${answer.body.slice(0, 300)}`;
  expect(isDeclared(operation, answer.statusCode) || isPortals(answer.statusCode, answer.body), said).toBe(true);
  expect(answer.statusCode, said).toBeLessThan(500);
  const id = idIn(answer.body);
  if (operation.method === 'post' && answer.statusCode < 300 && id !== undefined) known.set(collection, [...ids, id]);
}

/** What is wrong with answers; that a contract declares no success at all is its own affair. */
function findingsIn(exchanges: readonly Exchange[]): readonly unknown[] {
  return exchanges.flatMap(({ operation, findings }) =>
    findings
      .filter(({ message }) => !/declares no answer with the status (?:20\d|404|409)$/.test(message))
      .map((one) => ({ operation, ...one })),
  );
}

/** Some contracts say only how an operation fails: then it succeeds with 200. */
function isDeclared({ responses }: Operation, status: number): boolean {
  if (status < 300 && !responses.some((response) => /^(?:2|default$)/i.test(response.status))) return true;
  const fitting = [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT'];
  return responses.some((response) => fitting.includes(response.status.toUpperCase()));
}

/** Where a contract has no word for what is not there, or not allowed, the portal says it. */
function isPortals(status: number, body: string): boolean {
  return (status === 404 || status === 409) && /"type":"\/docs\/errors\/resource-(?:not-found|conflict)"/.test(body);
}

/** create → get → list → change → delete → get, as a map would do it. */
describe('what is created is found, listed once over all pages, changed, and then gone', () => {
  test.each(listed)(
    '%s',
    async (_name, file) => {
      const { app, contract, exchanges, stop } = await start(file());
      const collections = keptCollections(contract);
      expect(collections.length).toBeGreaterThan(0);
      for (const collection of collections) {
        const { create, list, read, change, remove } = collection;
        let kept = 0;
        const media = create.requestBody?.content.find(({ type }) => /[/+]json\b/.test(type));
        const bodies = fc.array(validRequests(contract, media?.schema ?? true).map(agreeing), {
          minLength: 3,
          maxLength: 5,
        });
        await fc.assert(
          fc.asyncProperty(bodies, async (all) => {
            exchanges.length = 0;
            const call = (operation: Operation, id?: string, body?: unknown) =>
              app.inject(toSend(contract, { operation, query: [], body, item: 0 }, id === undefined ? [] : [id]));
            const made: Item[] = [];
            for (const body of all) {
              const answer = await call(create, undefined, body);
              // What must be unique, or refers to something, is refused; then nothing was made.
              if (answer.statusCode >= 400) expect([400, 404, 409, 422], answer.body).toContain(answer.statusCode);
              else made.push(answer.json<Item>());
            }
            kept += made.length;
            const ids = made.map((item) => String(item[collection.id]));
            expect(new Set(ids).size).toBe(ids.length);
            const listed = await allPages(app, contract, list);
            for (const id of ids) expect(listed.filter((item) => String(item[collection.id]) === id)).toHaveLength(1);
            for (const [index, id] of ids.entries()) {
              if (read)
                expect(await itemOf(call(read, id))).toMatchObject(
                  shared(made[index] ?? {}, await itemOf(call(read, id))),
                );
              if (change) await checkChange(contract, call, collection, id);
              if (!remove) continue;
              expect((await call(remove, id)).statusCode, remove.id).toBeLessThan(300);
              if (read) expect((await call(read, id)).statusCode, read.id).toBe(404);
              expect((await call(remove, id)).statusCode, remove.id).toBe(404);
            }
            if (remove) {
              const left = await allPages(app, contract, list);
              expect(left.filter((item) => ids.includes(String(item[collection.id])))).toEqual([]);
            }
            expect(findingsIn(exchanges)).toEqual([]);
          }),
          { numRuns: 8 },
        );
        expect(kept, create.id).toBeGreaterThan(15);
      }
      await stop();
    },
    60_000,
  );
});
function idIn(body: string): string | undefined {
  const value: unknown = body.startsWith('{') ? JSON.parse(body) : undefined;
  const id = (value as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

async function itemOf(answer: Promise<LightMyRequestResponse>): Promise<Item> {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBe(200);
  return JSON.parse(body) as Item;
}

/** What both answers speak of: a secret is shown once, `links` differ between the answers of one thing. */
function shared(made: Item, read: Item): Item {
  const isOfTheThing = (name: string) => Object.hasOwn(read, name) && !/secret|links/i.test(name);
  return Object.fromEntries(Object.entries(made).filter(([name]) => isOfTheThing(name)));
}

type Call = (operation: Operation, id?: string, body?: unknown) => Promise<LightMyRequestResponse>;

/** A change is kept, and changes nothing of what was not said. */
async function checkChange(
  contract: Contract,
  call: Call,
  { change, read }: KeptCollection,
  id: string,
): Promise<void> {
  const media = change?.requestBody?.content.find(({ type }) => /[/+]json\b/.test(type));
  if (change === undefined || read === undefined || media?.schema === undefined) return;
  for (const body of fc.sample(validRequests(contract, media.schema), { numRuns: 2, seed: id.length })) {
    const answer = await call(change, id, body);
    if (answer.statusCode >= 400) {
      expect([409, 422, 400], answer.body).toContain(answer.statusCode);
      continue;
    }
    const after = await itemOf(call(read, id));
    if (answer.body !== '') expect(after).toMatchObject(shared(answer.json<Item>(), after));
  }
}
