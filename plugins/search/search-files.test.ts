import { expect, test } from 'vitest';
import type { OperationPage, ReferenceNav, SchemaPage, SchemaView } from '../../contract/reference-page.ts';
import { slugOfName, wordsOf } from '../../contract/search-files.ts';
import { DescribedWords } from './described-words.ts';
import { fieldsOfOperation, fieldsOfSchema } from './fields-of-page.ts';
import { textOf } from './html-text.ts';
import { filesOfVersion } from './version-files.ts';

test.each([
  ['createCredentialOffer', 'create credential offer'],
  ['repos/list-for-org', 'repos list for org'],
  ['/credential-offers/{offer_id}', 'credential offers offer id'],
  ['listV2Keys', 'list v2 keys'],
  ['HTTPServerError', 'http server error'],
])('%s in words is "%s"', (name, want) => {
  expect(wordsOf(name)).toBe(want);
});

test("the usual slug of an operation is its id's words", () => {
  expect(slugOfName('repos/listForOrg')).toBe('repos-list-for-org');
});

test('markup is not text, and entities are what they stand for', () => {
  expect(textOf('<p>Offers a <em>credential</em> &amp; waits for &lt;b&gt;.</p>')).toBe(
    'Offers a credential & waits for <b>.',
  );
});

const object = (properties: Record<string, SchemaView>, more: Partial<SchemaView> = {}): SchemaView => ({
  type: 'object',
  properties: Object.entries(properties).map(([name, schema]) => ({ name, required: false, schema })),
  ...more,
});
const text: SchemaView = { type: 'string' };
const holder = object({ email: { ...text, descriptionHtml: '<p>Where the invitation goes.</p>' }, name: text });

const operation: OperationPage = {
  api: 'cardea',
  version: 'v2',
  slug: 'create-credential-offer',
  id: 'createCredentialOffer',
  kind: 'operation',
  method: 'post',
  path: '/credential-offers',
  title: 'Create a credential offer',
  excerpt: '',
  descriptionHtml: '<p>Offers a credential to a holder.</p>',
  deprecated: true,
  tag: { name: 'Offers', slug: 'offers' },
  security: [],
  parameters: [
    {
      name: 'limit',
      in: 'query',
      required: false,
      deprecated: false,
      descriptionHtml: '<p>At most a hundred.</p>',
      schema: text,
      style: 'form',
      explode: true,
      allowReserved: false,
    },
  ],
  body: {
    required: true,
    descriptionHtml: '',
    content: [{ type: 'application/json', schema: object({ title: text, holder }), examples: [] }],
  },
  responses: [
    {
      status: '201',
      descriptionHtml: '',
      headers: [],
      content: [{ type: 'a/b', schema: object({ id: text }), examples: [] }],
    },
    {
      status: '422',
      descriptionHtml: '',
      headers: [],
      content: [{ type: 'a/b', schema: object({ code: text }, { name: 'Problem' }), examples: [] }],
    },
  ],
  otherVersions: [],
};

const schemaPage = (schema: SchemaView): SchemaPage => ({
  kind: 'schema',
  api: 'cardea',
  version: 'v2',
  slug: 'Offer',
  name: 'Offer',
  title: 'Offer',
  excerpt: '',
  schema,
  usedBy: { operations: [], schemas: [] },
  otherVersions: [],
});

const nav: ReferenceNav = {
  api: 'cardea',
  version: 'v2',
  title: 'Cardea API',
  groups: [{ name: 'Offers', slug: 'offers', items: [] }],
};

test('an operation has its parameters, and what is in its body and answers without being a component', () => {
  expect(fieldsOfOperation(operation)).toEqual([
    'query-limit',
    ['body', 'title', ['holder', 'email', 'name']],
    ['201', 'id'],
  ]);
});

test('a component has its properties with what is inside them, unless that is a component itself', () => {
  const schema = object({ id: text, holder, issuer: { ...holder, name: 'Issuer' } });
  expect(fieldsOfSchema(schemaPage(schema))).toEqual(['id', ['holder', 'email', 'name'], 'issuer']);
});

test("what an array holds counts as its own, and an alternative's properties have its number", () => {
  const schema = object(
    { list: { type: 'array', items: object({ id: text }) } },
    { alternatives: { kind: 'oneOf', schemas: [{ type: 'string' }, object({ card: text })] } },
  );
  expect(fieldsOfSchema(schemaPage(schema))).toEqual([
    ['list', 'id'],
    [2, 'card'],
  ]);
});

test('a version has the names of its operations, schemas, tags and other pages', () => {
  const { names, fields } = filesOfVersion(nav, [
    ['create-credential-offer', operation],
    ['schemas/Offer', schemaPage(holder)],
  ]);
  expect(names).toEqual({
    operations: {
      titles: ['Create a credential offer'],
      ids: ['createCredentialOffer'],
      slugs: [''],
      methods: ['post'],
      paths: ['/credential-offers'],
      tags: [0],
      deprecated: [0],
    },
    schemas: { names: ['Offer'], slugs: [''], titles: [''] },
    tags: [{ name: 'Offers', slug: 'offers' }],
    pages: [{ title: 'Cardea API', path: '' }],
  });
  expect(fields.fields).toHaveLength(2);
});

test('a webhook is told by its kind, not by the method of its delivery', () => {
  const { names } = filesOfVersion(nav, [['offer-accepted', { ...operation, kind: 'webhook' }]]);
  expect(names.operations.methods).toEqual(['webhook']);
});

test("descriptions of an operation, its parameters and a schema's properties are searched", () => {
  const { words } = filesOfVersion(nav, [
    ['create-credential-offer', operation],
    ['schemas/Offer', schemaPage(holder)],
  ]);
  expect(words).toHaveLength(1);
  const place = (word: string) => words[0]?.places[words[0].words.indexOf(word)];
  expect([place('holder'), place('hundred'), place('invitation'), place('offers')]).toEqual(['0', '0', '1', '0']);
});

test('a word has its places as distances; one that stands almost everywhere is left out', () => {
  const words = new DescribedWords();
  for (let place = 0; place < 100; place += 1) words.add(place, place % 40 === 0 ? 'rare common rare' : 'common');
  expect(words.files(100)).toEqual([{ words: ['rare'], places: ['0 14 14'] }]);
});

test('many words come in files of like size, in order', () => {
  const words = new DescribedWords();
  for (let place = 0; place < 3_000; place += 1) words.add(place, `word${String(place).padStart(4, '0')}`);
  const files = words.files(3_000);
  expect(files.length).toBeGreaterThan(1);
  expect(files.flatMap((file) => file.words)).toEqual(files.flatMap((file) => file.words).toSorted());
  expect(Math.max(...files.map((file) => JSON.stringify(file).length))).toBeLessThan(30_000);
});
