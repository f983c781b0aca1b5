import { describe, expect, test } from 'vitest';
import { aContract, anOperation, aParameter, aResponse } from '../../../contract/model.fixture.ts';
import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import type { SchemaListPage, SchemaPage } from '../../../contract/reference-page.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { buildNav } from '../overview/build-nav.ts';
import { pageTools } from '../page-tools.ts';
import { schemaPages } from './schema-pages.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });

function pagesOf(contract: Contract, all: readonly Contract[] = [contract]) {
  const tools = pageTools(contract, all, createMarkdownRenderer());
  return new Map([...schemaPages(buildNav(contract, 'API'), tools)].map(({ path, make }) => [path, make()]));
}

const schemas = {
  Offer: { ...(object({ holder: ref('Holder') }) as object), description: 'An **offer**.' },
  Holder: object({ id: { type: 'string' }, friend: ref('Holder') }),
  Alone: { type: 'string' },
};

const usesOf = (contract: Contract, name: string) => (pagesOf(contract).get(`schemas/${name}`) as SchemaPage).usedBy;

describe('a page for each component', () => {
  const pages = pagesOf(aContract([], schemas));

  test('and the list of all, by name', () => {
    expect([...pages.keys()]).toEqual(['schemas', 'schemas/Alone', 'schemas/Holder', 'schemas/Offer']);
    const list = pages.get('schemas') as SchemaListPage;
    expect(list.schemas.map(({ name }) => name)).toEqual(['Alone', 'Holder', 'Offer']);
  });

  test('has name, words, tree, sample and neighbours', () => {
    expect(pages.get('schemas/Offer')).toMatchObject({
      title: 'Offer',
      excerpt: 'An offer.',
      schema: { name: 'Offer', properties: [{ name: 'holder', schema: { name: 'Holder' } }] },
      previous: { title: 'Holder', href: '/reference/api/v1/schemas/Holder' },
    });
    expect(JSON.parse((pages.get('schemas/Alone') as SchemaPage).example ?? '')).toBeTypeOf('string');
  });

  test('leads to the component of the same name in another version', () => {
    const older = { ...aContract([], { Offer: {} }), version: 'v0' };
    const newer = aContract([], schemas);
    const versions = (path: string) => pagesOf(newer, [newer, older]).get(path)?.otherVersions;
    expect(versions('schemas/Offer')).toEqual([{ version: 'v0', href: '/reference/api/v0/schemas/Offer', same: true }]);
    expect(versions('schemas/Alone')).toEqual([{ version: 'v0', href: '/reference/api/v0', same: false }]);
  });

  test('there is none in a contract without components', () => {
    expect(pagesOf(aContract([])).size).toBe(0);
  });

  test('a component that is hostile or odd has one, too', () => {
    const odd = JSON.parse(
      '{"__proto__":{"type":"object"},"a/b ~c":{"$ref":"#/components/schemas/a~1b%20~0c"}}',
    ) as Contract['schemas'];
    expect([...pagesOf(aContract([], odd)).keys()]).toEqual(['schemas', 'schemas/__proto__', 'schemas/a-b-c']);
  });
});

describe('used by', () => {
  const media = (schema: Schema) => [{ type: 'application/json', schema, examples: [] }];
  const create = anOperation({
    id: 'create',
    slug: 'create',
    method: 'post',
    parameters: [aParameter({ name: 'holder', in: 'query', schema: ref('Holder') })],
    requestBody: { required: true, content: media({ type: 'array', items: ref('Offer') }) },
    responses: [aResponse('201', ref('Offer'))],
  });
  const event: Operation = anOperation({
    id: 'event',
    slug: 'webhook-event',
    kind: 'webhook',
    requestBody: { required: true, content: media(object({ data: ref('Offer') })) },
  });
  const contract = { ...aContract([create], schemas), webhooks: [event] };

  test('operations that refer to it themselves, with where', () => {
    expect(usesOf(contract, 'Offer').operations).toMatchObject([
      { href: '/reference/api/v1/create', method: 'post', where: ['request body', 'answer 201'] },
      { href: '/reference/api/v1/webhook-event', method: 'webhook', where: ['payload'] },
    ]);
  });

  test('then those that do through other components; and components, but not itself', () => {
    const { operations, schemas: users } = usesOf(contract, 'Holder');
    expect(operations.map(({ href, where, through }) => [href, where, through])).toEqual([
      ['/reference/api/v1/create', ['query parameter holder'], undefined],
      ['/reference/api/v1/webhook-event', ['payload'], 'Offer'],
    ]);
    expect(users).toEqual([{ title: 'Offer', href: '/reference/api/v1/schemas/Offer' }]);
  });

  test('a reference in a value is data', () => {
    const shown = anOperation({
      responses: [aResponse('200', { examples: [{ $ref: '#/components/schemas/Alone' }] })],
    });
    expect(usesOf(aContract([shown], schemas), 'Alone').operations).toEqual([]);
  });

  test('many are cut and counted, however long the chains are', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      anOperation({ id: `o${index}`, slug: `o${index}`, responses: [aResponse('200', ref(`S${index}`))] }),
    );
    const chain = Object.fromEntries(
      many.map((_, index) => [`S${index}`, object(index === 0 ? {} : { before: ref(`S${index - 1}`) })]),
    );
    const indirect = usesOf(aContract(many, chain), 'S0');
    expect(indirect.operations).toHaveLength(21);
    expect(indirect).toMatchObject({ hasMoreIndirect: true });
    const same = many.map((operation) => ({ ...operation, responses: [aResponse('404', ref('S0'))] }));
    expect(usesOf(aContract(same, chain), 'S0')).toMatchObject({ directCount: 500 });
  });
});
