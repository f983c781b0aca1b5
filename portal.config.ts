import { definePortal } from './contract/portal-config.ts';

export default definePortal({
  brand: {
    name: 'Cardea',
    tagline: 'Put your credentials in every wallet.',
    description:
      'Cardea is the wallet platform for identity providers: issue a credential once, and your users carry it wherever it is asked for.',
  },
  apis: [
    {
      id: 'cardea',
      title: 'Cardea API',
      versions: [
        { id: 'v2', description: 'openapi/cardea/v2.yaml' },
        {
          id: 'v1',
          description: 'openapi/cardea/v1.yaml',
          deprecated: {
            since: '2026-03-02',
            sunset: '2027-06-30',
            replacedBy: 'v2',
            guide: '/docs/migrate-v1-to-v2',
          },
        },
      ],
    },
    {
      id: 'portal',
      title: 'Portal API',
      versions: [{ id: 'v1', description: 'openapi/portal/v1.yaml', upstream: 'service' }],
    },
  ],
  guests: { keyLifetimeMinutes: 120, requestsPerMinute: 120 },
  journeys: [
    {
      id: 'first-call',
      title: 'Your first call',
      steps: [
        {
          id: 'get-key',
          title: 'Get a key',
          text: 'A guest key for the sandbox, yours alone. No account.',
          proof: { kind: 'key-issued' },
        },
        {
          id: 'create-offer',
          title: 'Create a credential offer',
          text: 'Offer a diploma to a holder. The sandbox keeps it.',
          proof: { kind: 'traffic', operation: 'cardea/v2/createCredentialOffer', status: '201' },
        },
        {
          id: 'read-offer',
          title: 'Read it back',
          text: 'Get the same offer by its id.',
          proof: {
            kind: 'traffic',
            operation: 'cardea/v2/getCredentialOffer',
            status: '200',
            sameResourceAs: 'create-offer',
          },
        },
      ],
    },
  ],
  feedback: {
    reasons: [
      { id: 'missing', label: 'Something is missing' },
      { id: 'wrong', label: 'Something is wrong or out of date' },
      { id: 'unclear', label: 'I could not follow it' },
      { id: 'sample', label: 'A sample did not work' },
    ],
  },
});
