import { newId } from '../../../platform/ids.ts';
import type { FeedbackItem } from './item.ts';

/** A piece of feedback on a page, and what is given of it. */
export function anItem(given: Partial<FeedbackItem> = {}): FeedbackItem {
  return {
    id: newId('fbk'),
    receivedAt: new Date('2026-11-21T09:00:00.123Z'),
    ...{ kind: 'page', page: '/docs/webhooks', pageText: '0a1b2c3d', helpful: false, reason: 'missing' },
    comment: `it's "half"\n\t– 🚢 ' OR 1=1; --`,
    context: {},
    ...{ email: null, person: null, organization: null, exchange: null, held: null },
    ...given,
  };
}

export function anAttachedExchange() {
  return {
    ...{ id: 'exc_1', requestId: 'req_1', at: new Date('2026-11-21T08:59:00.000Z'), method: 'POST' },
    ...{ path: '/credential-offers', status: 422, problem: null },
    excerpt: { request: 'POST /credential-offers', answer: '422' },
  };
}
