import type { JourneyConfig } from '../../../contract/portal-config';

export const firstCall: JourneyConfig = {
  id: 'first-call',
  title: 'Your first call',
  steps: [
    { id: 'get-key', title: 'Get a key', text: 'Yours alone.', proof: { kind: 'key-issued' } },
    {
      id: 'create',
      title: 'Create an offer',
      proof: { kind: 'traffic', operation: 'cardea/v2/createOffer', status: '201' },
    },
    {
      id: 'read',
      title: 'Read it back',
      proof: { kind: 'traffic', operation: 'cardea/v2/getOffer', sameResourceAs: 'create' },
    },
  ],
};
