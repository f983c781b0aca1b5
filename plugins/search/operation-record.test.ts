import { expect, test } from 'vitest';
import type { OperationPage } from '../../contract/reference-page.ts';
import { operationRecord, wordsOf } from './operation-record.ts';

test.each([
  ['createCredentialOffer', 'create credential offer'],
  ['repos/list-for-org', 'repos list for org'],
  ['/credential-offers/{offer_id}', 'credential offers offer id'],
  ['listV2Keys', 'list v2 keys'],
])('%s in words is "%s"', (name, want) => {
  expect(wordsOf(name)).toBe(want);
});

const page: OperationPage = {
  api: 'cardea',
  version: 'v2',
  slug: 'create-credential-offer',
  id: 'createCredentialOffer',
  kind: 'operation',
  method: 'post',
  path: '/credential-offers',
  title: 'Create a credential offer',
  descriptionHtml: '<p>Offers a <em>credential</em> &amp; waits for &lt;b&gt;.</p>',
  deprecated: false,
  tag: { name: 'Offers', slug: 'offers' },
  security: [],
  parameters: [],
  responses: [],
  excerpt: 'Offers a credential',
  otherVersions: [],
};

test('an operation is found by its id, its words, its path and its description', () => {
  const { content } = operationRecord(page);
  expect(content).toContain('createCredentialOffer');
  expect(content).toContain('create credential offer');
  expect(content).toContain('POST /credential-offers');
  expect(content).toContain('Offers a credential & waits for <b>');
});

test('a record leads to the page and carries what the dialog shows', () => {
  const { url, meta, filters } = operationRecord(page);
  expect(url).toBe('/reference/cardea/v2/create-credential-offer');
  expect(meta).toMatchObject({
    method: 'post',
    path: '/credential-offers',
    title: 'Create a credential offer',
    kind: 'operation',
  });
  expect(filters).toEqual({ kind: ['operation'], api: ['cardea'], version: ['cardea/v2'] });
});
