import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { exampleRequest } from './crawl.fixture.ts';
import { contractAt, examples, startGateway } from './gateway.fixture.ts';

/** Every operation, in a fresh sandbox each: what the reference page shows works, and the answer is as promised. */
describe('the example request of every operation is answered 2xx, without findings', () => {
  test.each([
    ['cardea v2', 'openapi/cardea/v2.yaml'],
    ['cardea v1', 'openapi/cardea/v1.yaml'],
    ['Train Travel', `${examples}/3.1/json/train-travel.json`],
    ['Star Trek', `${examples}/3.0/json/star-trek.json`],
  ])('%s', async (_name, file) => {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, sandboxMigrations);
    const contract = await contractAt(file, 'api');
    const { app, last } = await startGateway(database, [contract]);
    const wrong: unknown[] = [];
    for (const [index, operation] of contract.operations.entries()) {
      const key = `ptl_test_${String(index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;
      const answer = await app.inject(exampleRequest(contract, operation, key));
      const { findings } = last();
      if (answer.statusCode > 299 || findings.length > 0) wrong.push([operation.id, answer.statusCode, findings]);
    }
    expect(wrong).toEqual([]);
    expect(contract.operations.length + contract.webhooks.length).toBe(count(file));
    await app.close();
    await database.close();
    await place.remove();
  });
});

/** Counted in the text, so that a reader that skips operations does not make the crawl pass. */
function count(file: string): number {
  const method = /^ {4}(?:get|put|post|patch|delete):|^ {6}"(?:get|put|post|patch|delete)": \{/gm;
  return [...readFileSync(file, 'utf8').matchAll(method)].length;
}
