import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkExamples } from './check-examples.ts';
import { readContract } from './read/index.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'portolan-examples-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function check(text: string, milliseconds = 10_000): Promise<string[]> {
  const file = path.join(folder, 'a.yaml');
  writeFileSync(file, `openapi: 3.1.0\ninfo: { title: T, version: '1' }\n${text}`);
  const contract = await readContract({ api: 'a', version: 'v1', file });
  return (await checkExamples(contract, { milliseconds })).map((said) => said.replace(`${folder}/`, ''));
}

const DESCRIPTION = `paths:
  /a:
    post:
      parameters:
        - { name: right, in: query, schema: { type: integer }, example: 1 }
        - { name: wrong, in: query, schema: { type: integer }, example: one }
      requestBody: { $ref: '#/components/requestBodies/Thing' }
      responses:
        '200':
          description: Fine
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Thing' }
              examples:
                right: { value: { name: a } }
                wrong: { value: {} }
            application/xml: { schema: { $ref: '#/components/schemas/Thing' }, example: <thing/> }
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
  requestBodies:
    Thing:
      content:
        application/json:
          schema: { $ref: '#/components/schemas/Thing' }
          example:
            name: 7
`;

test('each that contradicts its schema is told with its place, requests first, also behind references', async () => {
  expect(await check(DESCRIPTION)).toEqual([
    expect.stringMatching(
      /^a\.yaml:8:64: a request's example contradicts its schema \(“.*”\)\. .* the gateway refuses/,
    ),
    expect.stringMatching(/^a\.yaml:28:11: a request's example contradicts its schema \(“\/?name .*”\)/),
    expect.stringMatching(/^a\.yaml:18:17: an answer's example contradicts its schema \(“.*name.*”\)/),
  ]);
});

test('a hundred of them are told once', async () => {
  const paths = Array.from({ length: 100 }, (_, index) => DESCRIPTION.split('\n')[1]?.replace('/a', `/a${index}`));
  const rest =
    '\n    get:\n      parameters: [{ name: p, in: query, schema: { type: integer }, example: one }]\n      responses: {}\n';
  const said = await check(`paths:\n${paths.join(rest)}${rest}`);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^a\.yaml:6:69: .* 99 more like this: 10:69, 14:69, 18:69, 22:69 …$/);
});

test('it stops when the time is over', async () => {
  expect(await check(DESCRIPTION, -1)).toEqual([]);
});
