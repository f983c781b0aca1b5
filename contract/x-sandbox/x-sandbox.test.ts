import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDescription } from '../read/description.fixture.ts';
import { publishedDescription, readContract } from '../read/index.ts';
import { readSandboxRules } from './index.ts';

const answer = {
  description: 'The offer.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Offer' } } },
};
const base = {
  components: {
    schemas: {
      Offer: { type: 'object', properties: { id: { type: 'string' }, status: {}, ends_at: {}, name: {} } } as object,
    },
  },
};

function offers(ofAction: unknown, ofSchema?: unknown): ReturnType<typeof readDescription> {
  const Offer = { ...base.components.schemas.Offer, ...(ofSchema !== undefined && { 'x-sandbox': ofSchema }) };
  return readDescription({
    components: { schemas: { Offer } },
    paths: {
      '/offers': { post: { operationId: 'create', responses: { 201: answer } } },
      '/offers/{id}': { get: { operationId: 'read', responses: { 200: answer } } },
      '/offers/{id}/cancel': {
        post: {
          operationId: 'cancel',
          responses: { 200: answer, 409: { description: 'It has ended.' } },
          ...(ofAction !== undefined && { 'x-sandbox': ofAction }),
        },
      },
    },
  });
}

const sentences = (contract: ReturnType<typeof readDescription>) =>
  readSandboxRules(contract).findings.map(({ sentence }) => sentence);

describe('x-sandbox', () => {
  test('at an operation says what it needs, sets, makes and removes', () => {
    const contract = offers({
      requires: [{ member: 'status', in: ['pending'], detail: 'The offer is {status}.' }],
      sets: { status: 'cancelled', ends_at: '$body.ends_at | $now + P30D' },
      creates: [{ in: '/offers', with: { name: '$item.name', price: '$$5' }, idTo: 'name' }],
      removes: [{ in: '/offers', where: { name: '$path.id' } }],
    });
    const { rules, findings } = readSandboxRules(contract);
    expect(findings).toEqual([]);
    const cancel = contract.operations.find(({ id }) => id === 'cancel');
    const said = cancel && rules.ofOperation(cancel);
    expect(said?.requires).toEqual([
      {
        that: { kind: 'member', member: 'status', in: [{ kind: 'constant', value: 'pending' }] },
        status: 409,
        detail: 'The offer is {status}.',
        example: undefined,
      },
    ]);
    expect(said?.sets.ends_at).toMatchObject({
      kind: 'first',
      of: [
        { kind: 'path', path: { root: 'body', steps: ['ends_at'] } },
        { kind: 'time', from: 'now', shift: { sign: 1, by: { days: 30 } } },
      ],
    });
    expect(said?.creates).toEqual([
      {
        in: '/offers',
        with: {
          name: { kind: 'path', path: { root: 'item', steps: ['name'] } },
          price: { kind: 'constant', value: '$5' },
        },
        idTo: 'name',
      },
    ]);
    expect(said?.removes[0]?.where.name).toEqual({ kind: 'path', path: { root: 'path', steps: ['id'] } });
  });

  test('at a schema says what time brings, what is unique and what refers', () => {
    const contract = offers(undefined, {
      becomes: [{ if: { status: ['pending', 'new'] }, at: '$item.ends_at', sets: { status: 'expired' } }],
      unique: { within: 'status' },
      refersTo: '/offers',
    });
    const { rules, findings } = readSandboxRules(contract);
    expect(findings).toEqual([]);
    expect(rules.hasTransitions).toBe(true);
    const said = rules.ofSchema(contract.schemas.Offer);
    expect(said?.becomes[0]?.if.status).toHaveLength(2);
    expect(said).toMatchObject({ unique: { within: 'status' }, refersTo: '/offers' });
  });

  test.each([
    ['an unknown member', { requieres: [] }, 'x-sandbox has no key "requieres". Did you mean "requires"?'],
    ['no object', true, 'x-sandbox must be an object, not true.'],
    [
      'a member that the item does not have',
      { requires: [{ member: 'statsu', in: 'pending' }] },
      'x-sandbox.requires[0].member names "statsu", which the item does not have. Did you mean "status"?',
    ],
    [
      'a status that is not declared',
      { requires: [{ member: 'status', in: 'pending', status: 422 }] },
      'x-sandbox.requires[0] answers 422, which "cancel" does not declare. Declare the response, or name another "status".',
    ],
    [
      'an unknown collection',
      { creates: [{ in: '/ofers', with: {} }] },
      'x-sandbox.creates[0].in is "/ofers", which is no collection of this description. Did you mean "/offers"?',
    ],
    [
      'a value that cannot be read',
      { sets: { ends_at: '$tomorrow' } },
      'x-sandbox.sets.ends_at is "$tomorrow", which is no value. Write $now,',
    ],
    [
      'a length that is none',
      { sets: { ends_at: '$now + 30 days' } },
      'x-sandbox.sets.ends_at is "$now + 30 days", which is no value.',
    ],
    [
      'an example that is not shown',
      { requires: [{ member: 'status', in: 'a', example: 'ended' }] },
      'x-sandbox.requires[0].example is no example of the response 409. It shows none.',
    ],
    ['nothing that is looked at', { requires: [{ in: 'a' }] }, 'x-sandbox.requires[0] says neither or both of'],
    ['no values', { requires: [{ member: 'status' }] }, 'x-sandbox.requires[0] says no value.'],
  ])('%s is told, with what to do', (_name, said, want) => {
    expect(sentences(offers(said))).toEqual([expect.stringContaining(want)]);
  });

  test.each([
    [{ becomes: [{ at: '$item.ends', sets: {} }] }, 'names "ends", which the schema does not have'],
    [{ becomes: [{ at: 'tomorrow', sets: {} }] }, 'is no time. Write a member'],
    [{ unique: 'yes' }, 'x-sandbox.unique must be true, or'],
  ])('at a schema, too: %j', (said, want) => {
    expect(sentences(offers(undefined, said))).toEqual([expect.stringContaining(want)]);
  });

  test('where nothing reads it, says so', () => {
    const contract = readDescription({
      info: { title: 'T', version: '1' },
      paths: { '/a': { 'x-sandbox': {}, get: {} } },
    });
    expect(sentences(contract)).toEqual(['x-sandbox says nothing here. Put it at an operation or a schema.']);
  });
});

describe('readers do not see x-sandbox', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-x-sandbox-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (name: string, text: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return readContract({ api: 'a', version: 'v1', file });
  };
  const lines = [
    '# Ours',
    'openapi: 3.1.0',
    "info: { title: T, version: '1' }",
    'paths:',
    '  /seen:',
    '    get:',
    '      x-sandbox:',
    '        sets:',
    '          a: 1',
    '',
    '      # Nothing yet.',
    '      responses: {}',
    '',
  ];

  test('neither in the contract nor in the download, which keeps the author’s other lines', async () => {
    const contract = await read('a.yaml', lines.join('\n'));
    expect(contract.sandbox).toEqual([{ at: 'operation', pointer: '/paths/~1seen/get', value: { sets: { a: 1 } } }]);
    expect(JSON.stringify([contract.document, contract.operations])).not.toContain('x-sandbox');
    const kept = lines.filter((_line, index) => index < 6 || index > 9).join('\n');
    expect(publishedDescription(contract).bytes.toString()).toBe(kept);
  });

  test('also where it stands within a line, or the description is JSON', async () => {
    const flow = lines.join('\n').replace('responses: {}', 'responses: { 200: { description: "x-sandbox: a" } }');
    const inline = flow.replace("version: '1' }", "version: '1', x-more: { x-sandbox: data } }");
    const yaml = publishedDescription(
      await read('b.yaml', `${inline}components: { schemas: { A: { x-sandbox: {} } } }\n`),
    );
    expect(yaml.bytes.toString()).not.toMatch(/sets:|A: \{ x-sandbox/);
    expect(yaml.bytes.toString()).toContain('x-sandbox: data');
    const json = await read(
      'c.json',
      JSON.stringify({ openapi: '3.1.0', paths: { '/a': { get: { 'x-sandbox': {} } } } }),
    );
    expect(publishedDescription(json).bytes.toString()).not.toContain('x-sandbox');
    expect(readFileSync(json.file, 'utf8')).toContain('x-sandbox');
  });
});
