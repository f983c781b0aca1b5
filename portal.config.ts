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
    {
      id: 'issuer-launch',
      title: 'Issuer launch',
      steps: [
        {
          id: 'access',
          title: 'Get access',
          text: 'A key for the sandbox. Your programs send it as a bearer token, or get access tokens with it.',
          links: [{ label: 'Authentication', href: '/docs/authentication' }],
          proof: { kind: 'key-issued' },
        },
        {
          id: 'first-offer',
          title: 'Make your first offer',
          text: 'Offer a credential to a holder of the sandbox. Nobody gets mail from there.',
          links: [{ label: 'Get started', href: '/docs/get-started' }],
          console: 'cardea/v2/createCredentialOffer',
          recheck: true,
          proof: { kind: 'traffic', operation: 'cardea/v2/createCredentialOffer', status: '201' },
        },
        {
          id: 'idempotent-retry',
          title: 'Retry without a second effect',
          text: 'Send one offer twice with the same Idempotency-Key: there is one offer, and both answers name it.',
          links: [{ label: 'Idempotency', href: '/docs/idempotency' }],
          console: 'cardea/v2/createCredentialOffer',
          proof: { kind: 'idempotent-retry', operation: 'cardea/v2/createCredentialOffer' },
        },
        {
          id: 'respect-limits',
          title: 'Wait when you are told to',
          text: 'Switch the scenario "rate-limited" on, run into 429, and come back when Retry-After is over.',
          links: [{ label: 'Rate limits', href: '/docs/rate-limits' }],
          proof: { kind: 'retry-after-429' },
        },
        {
          id: 'all-pages',
          title: 'Read a list to its end',
          text: 'Follow next_cursor from the first page of your offers to the last. A small limit makes pages out of a few.',
          links: [{ label: 'Pagination', href: '/docs/pagination' }],
          console: 'cardea/v2/listCredentialOffers',
          proof: { kind: 'all-pages', operation: 'cardea/v2/listCredentialOffers' },
        },
        {
          id: 'renew-token',
          title: 'Renew your token',
          text: 'Switch the scenario "expired-token" on: your token is refused once or more. Get a new one and go on with it.',
          links: [{ label: 'Prove robustness', href: '/docs/prove-robustness' }],
          proof: { kind: 'token-refreshed', api: 'cardea/v2' },
        },
        {
          id: 'webhook-endpoint',
          title: 'Receive a webhook',
          text: 'Register an endpoint that checks signatures, and send it a test event. A 2XX answer shows that it is there.',
          links: [{ label: 'Webhooks', href: '/docs/webhooks' }],
          console: 'cardea/v2/createWebhookEndpoint',
          proof: { kind: 'webhook-verified', api: 'cardea/v2' },
        },
        {
          id: 'webhook-duplicate',
          title: 'Take each event once',
          text: 'Switch "duplicate-webhooks" on, and send a test event or let something happen. Acknowledge both deliveries, and act on the first.',
          links: [{ label: 'Webhooks', href: '/docs/webhooks' }],
          after: ['webhook-endpoint'],
          proof: { kind: 'webhook-duplicate', api: 'cardea/v2' },
        },
        {
          id: 'outage',
          title: 'Survive an outage',
          text: 'Let your integration work, switch the scenario "outage" on, and lose nothing: wait, ask again, deliver it all.',
          links: [{ label: 'Prove robustness', href: '/docs/prove-robustness' }],
          after: ['first-offer'],
          proof: { kind: 'outage', api: 'cardea/v2' },
        },
        {
          id: 'security-questionnaire',
          title: 'Answer the security questionnaire',
          text: 'Five answers about how you keep keys and personal data. It takes ten minutes.',
          proof: {
            kind: 'form',
            fields: [
              {
                id: 'contact',
                label: 'Whom do we reach about security?',
                kind: 'text',
                hint: 'A mail address that is read every day.',
              },
              {
                id: 'key-storage',
                label: 'Where do you keep live keys?',
                kind: 'choice',
                options: ['secret manager', 'hardware module', 'environment of the program'],
              },
              { id: 'rotation', label: 'Can you roll a key without an outage?', kind: 'yes-no' },
              { id: 'retention', label: 'Which data of holders do you keep, and for how long?', kind: 'long-text' },
              { id: 'privacy-policy', label: 'Your privacy policy', kind: 'address' },
            ],
          },
        },
        {
          id: 'agreement',
          title: 'Agree to the launch terms',
          text: 'What you and we promise each other. An owner of your organization agrees.',
          links: [{ label: 'Launch terms', href: '/docs/launch-terms' }],
          proof: { kind: 'agreement', document: '/docs/launch-terms', version: '2026-11' },
        },
        {
          id: 'launch',
          title: 'Review and launch',
          text: 'We look through all of it within two working days. From then on you can make live keys, and your approved listing is public.',
          links: [{ label: 'Write your listing', href: '/integrations/edit' }],
          after: [
            ...['access', 'first-offer', 'idempotent-retry', 'respect-limits', 'all-pages', 'renew-token'],
            ...['webhook-endpoint', 'webhook-duplicate', 'outage', 'security-questionnaire', 'agreement'],
          ],
          launch: true,
          proof: { kind: 'review' },
        },
      ],
    },
  ],
  integrations: {
    categories: [
      { id: 'student-systems', label: 'Student information systems' },
      { id: 'wallets', label: 'Wallets' },
      { id: 'employers', label: 'Recruiting and employers' },
      { id: 'learning', label: 'Learning platforms' },
      { id: 'archives', label: 'Records and archives' },
    ],
  },
  feedback: {
    reasons: [
      { id: 'missing', label: 'Something is missing' },
      { id: 'wrong', label: 'Something is wrong or out of date' },
      { id: 'unclear', label: 'I could not follow it' },
      { id: 'sample', label: 'A sample did not work' },
    ],
  },
});
