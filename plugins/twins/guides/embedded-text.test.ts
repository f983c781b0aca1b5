import { expect, test } from 'vitest';
import type { EmbeddedOperation } from '../../../contract/embedded-operation.ts';
import { loadPortal, readContracts } from '../../../contract/read/index.ts';
import { shortOperation } from '../../embeds/short-operation.ts';
import { embeddedText } from './embedded-text.ts';

test('an operation in a guide is a link, a command and what goes from step to step', async () => {
  const contract = (await readContracts(await loadPortal())).find(
    ({ api, version }) => `${api}/${version}` === 'cardea/v2',
  );
  const operation = contract?.operations.find(({ id }) => id === 'getCredentialOffer');
  if (!contract || !operation) throw new Error('The sample platform has no such operation.');
  const embed: EmbeddedOperation = {
    page: shortOperation(contract, operation, new Set()),
    href: '/reference/cardea/v2/get-credential-offer',
    guide: 'guide.mdx',
    place: 2,
    given: { parameters: { 'path:offer_id': '{{offerId}}' } },
    needs: [{ name: 'offerId', from: 'Create a [credential] offer', placeholder: 'OFFER_ID' }],
    saves: [{ name: 'holder', pointer: '/holder/name' }],
  };
  const text = embeddedText(embed, 'https://portal.example');
  expect(text).toMatch(/^\[Get a credential offer\]\(\/reference\/cardea\/v2\/get-credential-offer\.md\):\n\n```sh\n/);
  expect(text).toContain("'https://portal.example/gateway/cardea/v2/credential-offers/OFFER_ID'");
  expect(text).toContain('For `OFFER_ID` put `offerId` of “Create a \\[credential\\] offer”.');
  expect(text).toContain('Keep `/holder/name` of the answer: it is `holder` below.');
});
