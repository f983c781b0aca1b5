import type { JourneyConfig } from '../../contract/portal-config.ts';

/** In this order partners of the benchmark call them, each as far as it has come. */
export const OPERATIONS = [
  ...['listIssuers', 'getIssuer', 'listCredentialTypes', 'createCredentialOffer', 'listCredentialOffers'],
  ...['getCredentialOffer', 'cancelCredentialOffer', 'listCredentials', 'getCredential', 'suspendCredential'],
] as const;

/** A step for each operation; then one whose proof is looked for among all records, so that nobody is ever done with looking; then a review. */
export const JOURNEY = {
  id: 'launch',
  title: 'Launch',
  steps: [
    { id: 'access', title: 'Get access', proof: { kind: 'key-issued' } },
    ...OPERATIONS.map((operation) => ({
      id: operation.toLowerCase(),
      title: operation,
      proof: { kind: 'traffic' as const, operation: `cardea/v2/${operation}`, status: '2XX' },
    })),
    { id: 'limits', title: 'Wait when told to', proof: { kind: 'retry-after-429' } },
    { id: 'review', title: 'Review', proof: { kind: 'review' }, after: ['limits'], launch: true },
  ],
} as const satisfies JourneyConfig;
