import { describe, expect, test } from 'vitest';
import type {
  SearchedVersion,
  SearchFields,
  SearchManifest,
  SearchNames,
  SearchWords,
} from '../../../contract/search-files';
import type { LoadJson } from './load-json';
import { openReference, type ReaderPlace } from './reference-index';
import { openIndex, type Answer } from './search-index';

const OPERATIONS = [
  ['Create a credential offer', 'createCredentialOffer', 'post', '/credential-offers'],
  ['Create a batch of offers', 'createOfferBatch', 'post', '/offer-batches'],
  ['List credential offers', 'listCredentialOffers', 'get', '/credential-offers'],
  ['Get a credential offer', 'getCredentialOffer', 'get', '/credential-offers/{offer_id}'],
  ['Cancel an offer', 'cancelOffer', 'delete', '/credential-offers/{offer_id}'],
  ['List issues of a repository', 'issues/list-for-repo', 'get', '/repos/{owner}/{repo}/issues'],
  ['An offer was accepted', 'offer.accepted', 'webhook', 'offer.accepted'],
] as const;

const column = (index: 0 | 1 | 2 | 3) => OPERATIONS.map((row) => row[index]);
const names: SearchNames = {
  operations: {
    titles: column(0),
    ids: column(1),
    slugs: OPERATIONS.map(() => ''),
    methods: column(2),
    paths: column(3),
    tags: [0, 0, 0, 0, 0, 1, 0],
    deprecated: [],
  },
  schemas: { names: ['CredentialOffer', 'Holder'], slugs: ['', ''], titles: ['', ''] },
  tags: [
    { name: 'Offers', slug: 'offers' },
    { name: 'Issues', slug: 'issues' },
  ],
  pages: [{ title: 'Cardea API', path: '' }],
};
const fields: SearchFields = {
  fields: [
    [['body', 'title', ['holder', 'email'], [2, 'iban']]],
    [],
    ['query-limit'],
    ['path-offer_id', ['201', 'expires_at']],
    [],
    [],
    [],
    ['expires_at', 'createdAt', ['holder', 'email', 'name']],
    ['email', 'reference'],
  ],
};
const words: SearchWords = { words: ['invitation', 'wallet'], places: ['0 7', '3'] };

const version = (api: string, id: string, deprecated = false): SearchedVersion => ({
  api,
  version: id,
  title: api === 'cardea' ? 'Cardea API' : 'Other API',
  deprecated,
  names: 'names',
  fields: 'fields',
  words: [{ from: 'invitation', file: 'words' }],
});
const V2 = version('cardea', 'v2');
const FILES: Readonly<Record<string, unknown>> = { names, fields, words };
const load = (async (address: string) => FILES[address]) as LoadJson;

async function reference(versions: readonly SearchedVersion[] = [V2], here?: ReaderPlace) {
  const index = await openReference(versions, here, load);
  await index.loadRest();
  return async (query: string) => index.findByName({ query, here }).toSorted((a, b) => a.rank - b.rank);
}

describe('the first row', () => {
  test.each([
    ['a title', 'Create a credential offer', '/create-credential-offer'],
    ['a title without its articles', 'create credential offer', '/create-credential-offer'],
    ['an operationId', 'createCredentialOffer', '/create-credential-offer'],
    ['an operationId in small letters', 'createcredentialoffer', '/create-credential-offer'],
    ['an operationId with a slash', 'issues/list-for-repo', '/issues-list-for-repo'],
    ["an operationId's beginning", 'createOff', '/create-offer-batch'],
    ['its words in any order', 'offer credential create', '/create-credential-offer'],
    ['a path', '/credential-offers', '/create-credential-offer'],
    ['a method and a path', 'GET /credential-offers', '/list-credential-offers'],
    ['a method and a path with parameters', 'delete /credential-offers/{offer_id}', '/cancel-offer'],
    ["a path's beginning", 'GET /repos/{owner}', '/issues-list-for-repo'],
    ['a path without its first slash', 'repos/{owner}/{repo}', '/issues-list-for-repo'],
    ['a path as a request has it', '/repos/octo/hello/issues', '/issues-list-for-repo'],
    ['an address from a log', 'https://api.example.org/v2/credential-offers/7?x=1', '/get-credential-offer'],
    ['a method and a word', 'post batch', '/create-offer-batch'],
    ['a method and a word in the plural', 'post offers', '/create-credential-offer'],
    ['a webhook by its name', 'offer.accepted', '/offer-accepted'],
    ['webhooks by their kind', 'webhook accepted', '/offer-accepted'],
    ['a schema', 'CredentialOffer', '/schemas/CredentialOffer'],
    ["a schema's beginning", 'hold', '/schemas/Holder'],
    ['a tag', 'issues', '/tags/issues'],
    ['a property', 'expires_at', '/schemas/CredentialOffer#schema.expires_at'],
    ["a property's beginning", 'expires_', '/schemas/CredentialOffer#schema.expires_at'],
    ['a property in words', 'expires at', '/schemas/CredentialOffer#schema.expires_at'],
    ['a property in camel case', 'createdAt', '/schemas/CredentialOffer#schema.createdAt'],
    ['a property within another', 'holder.email', '/schemas/CredentialOffer#schema.holder.email'],
    ['a property of a schema', 'holder.reference', '/schemas/Holder#schema.reference'],
    ['a property of something', 'get offer expires_at', '/get-credential-offer#201.expires_at'],
    ['a property of an alternative', 'iban', '/create-credential-offer#body.2.iban'],
    ['a parameter', 'offer_id', '/get-credential-offer#path-offer_id'],
  ])('for %s', async (_, query, want) => {
    const find = await reference();
    expect((await find(query))[0]?.href).toBe(`/reference/cardea/v2${want}`);
  });
});

test('webhooks give way to operations that say the same later in their names', async () => {
  const find = await reference();
  const kinds = (await find('offer')).map(({ kind }) => kind);
  expect(kinds.indexOf('operation')).toBeLessThan(kinds.indexOf('webhook'));
});

test('a schema that only begins with the word gives way to operations, too', async () => {
  const find = await reference();
  const best = (await find('credential')).toSorted((a, b) => a.rank - b.rank).map(({ kind }) => kind);
  expect(best.indexOf('operation')).toBeLessThan(best.indexOf('schema'));
});

test.each(['', ' ', '/', '{', 'zzzqqq', 'post zzzqqq', '/nowhere'])('"%s" finds nothing', async (query) => {
  const find = await reference();
  expect(await find(query)).toEqual([]);
});

test.each(['__proto__', 'constructor', '.*', '(', '\\', 'a'.repeat(5_000)])('"%s" does no harm', async (query) => {
  const find = await reference();
  expect(Array.isArray(await find(query))).toBe(true);
});

describe('with several versions', () => {
  const versions = [version('other', 'v1'), V2, version('cardea', 'v1', true)];
  const sources = async (here: ReaderPlace) => {
    const find = await reference(versions, here);
    const hits = (await find('createCredentialOffer')).filter(({ kind }) => kind === 'operation');
    return hits.map(({ source, deprecated }) => [source, deprecated]);
  };

  test('what the reader is in comes first, the deprecated one last and labelled', async () => {
    expect(await sources({ api: 'cardea', version: 'v2' })).toEqual([
      [undefined, false],
      ['Other API v1', false],
      ['v1', true],
    ]);
  });

  test('who reads a deprecated version finds it first, then its successor', async () => {
    expect(await sources({ api: 'cardea', version: 'v1' })).toEqual([
      [undefined, false],
      ['v2', false],
      ['Other API v1', false],
    ]);
  });

  test('outside the reference all are named', async () => {
    expect((await sources(undefined)).map(([source]) => source)).toEqual([
      'Other API v1',
      'Cardea API v2',
      'Cardea API v1',
    ]);
  });
});

describe('the index', () => {
  const manifest: SearchManifest = { guides: [{ title: 'Invite a holder', href: '/docs/invite' }], versions: [V2] };
  const loadAll = (async (address: string) => (address === '/search.json' ? manifest : load(address))) as LoadJson;
  const noGuides = { find: async () => [] };
  const never = () => new Promise<void>(() => undefined);

  async function answers(query: string, deps: Partial<Parameters<typeof openIndex>[0]> = {}): Promise<Answer[]> {
    const index = await openIndex({
      here: undefined,
      load: loadAll,
      openGuides: async () => noGuides,
      blink: never,
      ...deps,
    });
    const told: Answer[] = [];
    await index.find({ query, here: undefined }, (answer) => told.push(answer), new AbortController().signal);
    return told;
  }

  test('answers once where everything is there', async () => {
    expect(await answers('holder')).toMatchObject([{ isComplete: true, isPartial: false }]);
  });

  test('tells names first where the text takes longer than a blink', async () => {
    let open: (value: typeof noGuides) => void = () => undefined;
    const openGuides = () => new Promise<typeof noGuides>((resolve) => (open = resolve));
    const index = await openIndex({ here: undefined, load: loadAll, openGuides, blink: async () => undefined });
    const told: Answer[] = [];
    const found = index.find(
      { query: 'createOfferBatch', here: undefined },
      (answer) => told.push(answer),
      new AbortController().signal,
    );
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toMatchObject({ isComplete: false });
    open(noGuides);
    await found;
    expect(told[1]).toMatchObject({ isComplete: true });
  });

  test('finds a guide by its title without its text', async () => {
    const [answer] = await answers('invite', { openGuides: () => Promise.reject(new Error('offline')) });
    expect(answer?.hits.map(({ href }) => href)).toContain('/docs/invite');
    expect(answer?.isPartial).toBe(true);
  });

  test('looks into descriptions where names say little', async () => {
    const [answer] = await answers('invitations');
    expect(answer?.hits.map(({ href }) => href)).toEqual([
      '/reference/cardea/v2/create-credential-offer',
      '/reference/cardea/v2/schemas/CredentialOffer',
    ]);
  });

  test('a description must have every word, or the name has it', async () => {
    const [answer] = await answers('wallet credential');
    expect(answer?.hits.map(({ href }) => href)).toEqual(['/reference/cardea/v2/get-credential-offer']);
  });

  test('suggests sections of the API that the reader is in', async () => {
    const index = await openIndex({ here: undefined, load: loadAll, openGuides: async () => noGuides });
    expect(index.suggest({ api: 'cardea', version: 'v2' }).map(({ title }) => title)).toEqual([
      'Cardea API',
      'Offers',
      'Issues',
    ]);
  });

  test('cannot be opened where it is not there', async () => {
    const missing = (() => Promise.reject(new Error('404'))) as LoadJson;
    await expect(openIndex({ here: undefined, load: missing })).rejects.toThrow('404');
  });
});
