import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { EmbeddedOperation } from '../../contract/embedded-operation.ts';
import { loadPortal, readContracts } from '../../contract/read/index.ts';
import { giveEmbedsData } from './give-data.ts';
import { groupFences } from './group-fences.ts';
import { layOutEmbeds } from './lay-out-embeds.ts';

const portal = await loadPortal();
const { journeys } = portal;
const contracts = await readContracts(portal);
const folder = mkdtempSync(path.join(tmpdir(), 'embeds-'));
const docsFolder = path.join(folder, 'docs');
mkdirSync(docsFolder);
afterAll(() => rmSync(folder, { recursive: true }));

/** What the elements of a guide become. Its text begins at line 5. */
function embeds(text: string): EmbeddedOperation[] {
  writeFileSync(path.join(docsFolder, 'guide.mdx'), `---\ntitle: A\n---\n\n${text}\n`);
  layOutEmbeds({ docsFolder, contracts, journeys, buildFolder: folder });
  const count = text.match(/<(?:TryIt|Sample)\b/g)?.length ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, 'embeds', `guide.mdx.${index + 1}.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as EmbeddedOperation;
  });
}

const tryIt = (attributes: string) => `<TryIt operation="cardea/v2/getCredentialOffer" ${attributes} />`;
const creates = `<TryIt operation="cardea/v2/createCredentialOffer" save={{ offerId: 'id' }} />`;

describe('an operation in a guide', () => {
  test('brings its name, its address and its first request along, and nothing that is only read', () => {
    const [embed] = embeds('<TryIt operation="cardea/v2/createCredentialOffer" />');
    expect(embed).toMatchObject({ href: '/reference/cardea/v2/create-credential-offer', guide: 'guide.mdx', place: 1 });
    expect(embed?.page).toMatchObject({ title: 'Create a credential offer', method: 'post', descriptionHtml: '' });
    expect(embed?.page.body?.content[0]?.examples).toHaveLength(1);
    expect(JSON.stringify(embed).length).toBeLessThan(3_000);
  });

  test('takes values as one types them', () => {
    const [embed] = embeds(
      `<Sample operation="cardea/v2/listCredentialOffers" values={{ limit: 2, 'query:status': "pending" }} />`,
    );
    expect(embed?.given).toEqual({ parameters: { 'query:limit': '2', 'query:status': 'pending' } });
    expect(embed?.page.parameters.map(({ name }) => name)).toEqual(['status', 'limit']);
  });

  test('hands values on to those below it', () => {
    const [first, second] = embeds(`${creates}\n\n${tryIt("values={{ offer_id: '{{offerId}}' }}")}`);
    expect(first?.saves).toEqual([{ name: 'offerId', pointer: '/id' }]);
    expect(second).toMatchObject({
      place: 2,
      given: { parameters: { 'path:offer_id': '{{offerId}}' } },
      needs: [{ name: 'offerId', from: 'Create a credential offer', placeholder: 'OFFER_ID' }],
    });
  });

  test('may be wrong on purpose', () => {
    const [embed] = embeds(
      '<TryIt operation="cardea/v2/createCredentialOffer" values={{ body: { holder: 7 } }} wrong />',
    );
    expect(embed?.given.body).toBe('{\n  "holder": 7\n}');
  });

  test('in a code block is text', () => {
    expect(embeds('```mdx\n<Tryit />\n```')).toEqual([]);
  });
});

describe('a build fails, with the line and the nearest name, for', () => {
  test.each([
    [
      'an unknown operation',
      '<TryIt operation="cardea/v2/createCredentialOfer" />',
      /no operation .*did you mean cardea\/v2\/createCredentialOffer\?/,
    ],
    ['no operation', '<Sample />', /say which one/],
    ['an unknown value', tryIt("values={{ offerid: 'off_1' }}"), /takes no "offerid"; did you mean offer_id\?/],
    [
      'a value that contradicts the contract',
      `<TryIt operation="cardea/v2/listEvents" values={{ limit: 0 }} />`,
      /limit must be .*1/,
    ],
    [
      'a body that does',
      '<TryIt operation="cardea/v2/createCredentialOffer" values={{ body: {} }} />',
      /body\/credential_type_id is required/,
    ],
    ['an unknown attribute', tryIt('valeus={{}}'), /no attribute "valeus"; did you mean values\?/],
    ['code', tryIt('values={window.secret}'), /"values" must be written out/],
    [
      'a name that nothing gives',
      `${creates}\n\n${tryIt("values={{ offer_id: '{{offerid}}' }}")}`,
      /guide\.mdx:7:.*\{\{offerid\}\} is saved by no <TryIt> above; did you mean offerId\?/,
    ],
    [
      'a name that comes later',
      `${tryIt("values={{ offer_id: '{{offerId}}' }}")}\n\n${creates}`,
      /is saved by no <TryIt> above/,
    ],
    ['a place that the answer has not', creates.replace("'id'", "'ids'"), /have no "ids"; did you mean id\?/],
    ['a name that cannot be written', creates.replace('offerId', "'offer id'"), /use letters, digits and _/],
  ])('%s', (_what, text, message) => {
    expect(() => embeds(text)).toThrow(message);
    expect(() => embeds(text)).toThrow(/guide\.mdx:[57]:1: </);
  });

  test('several faults at once', () => {
    expect(() => embeds('<TryIt />\n\n<Sample />')).toThrow(/mdx:5:.*\n.*mdx:7:/);
  });
});

describe('a widget that shows a journey', () => {
  test.each([
    [
      'a journey that is none',
      '<Onboarding journey="issuer-lunch" />',
      /no journey issuer-lunch; did you mean issuer-launch\?/,
    ],
    ['no journey', '<Onboarding />', /say which one: journey="first-call"/],
    ['code for a journey', '<Onboarding journey={which} />', /say which one/],
    ['an unknown attribute', '<Launchpad journey="first-call" />', /there is no attribute "journey"/],
    [
      'steps that one call cannot do',
      '<FirstCall journey="issuer-launch" />',
      /the step "idempotent-retry" of issuer-launch/,
    ],
  ])('is refused with %s, with its line', (_, text, message) => {
    expect(() => embeds(`A line.\n\n${text}`)).toThrow(message);
    expect(() => embeds(`A line.\n\n${text}`)).toThrow(/guide\.mdx:7:1: </);
  });

  test('brings its code along, once, and no data', () => {
    expect(embeds('<Onboarding journey="issuer-launch" />\n\n<FirstCall />\n\n<Launchpad />')).toEqual([]);
    const element = { type: 'mdxJsxFlowElement', name: 'Onboarding', attributes: [] };
    const tree = { type: 'root', children: [element, element] };
    giveEmbedsData({ docsFolder: '/docs', buildFolder: '/build' })(tree, { path: '/docs/a/guide.mdx' });
    expect(tree.children.map((node) => (node as { value?: string }).value)).toEqual([
      'import { Onboarding } from "@site/src/features/onboarding/in-text"',
      undefined,
      undefined,
    ]);
  });
});

test('an element gets its data and its code as imports', () => {
  const element = {
    type: 'mdxJsxFlowElement',
    name: 'TryIt',
    attributes: [{ type: 'mdxJsxAttribute', name: 'operation' }],
  };
  const tree = { type: 'root', children: [{ type: 'paragraph', children: [element] }] };
  giveEmbedsData({ docsFolder: '/docs', buildFolder: '/build' })(tree, { path: '/docs/a/guide.mdx' });
  expect(tree.children.map((node) => (node as { value?: string }).value)).toEqual([
    'import { TryIt } from "@site/src/features/console/embed"',
    'import embeddedOperation1 from "/build/embeds/a/guide.mdx.1.json"',
    undefined,
  ]);
  expect(element.attributes).toMatchObject([{ name: 'data', value: { value: 'embeddedOperation1' } }]);
});

test('fences with `tab` that follow each other are one group, others stay', () => {
  const fence = (meta: string | null) => ({ type: 'code', meta });
  const tree = {
    type: 'root',
    children: [fence('tab'), fence('title="a" tab="B"'), fence('title="table"'), fence('tab')],
  };
  groupFences()(tree);
  const shown = tree.children.map(({ type, ...rest }) => [type, (rest as { children?: object[] }).children?.length]);
  expect(shown).toEqual([
    ['mdxjsEsm', undefined],
    ['mdxJsxFlowElement', 2],
    ['code', undefined],
    ['mdxJsxFlowElement', 1],
  ]);
});
