import type { FeedbackItem } from './item.ts';

/** What a person's export holds of an item. */
export function toItemJson({
  id,
  receivedAt,
  kind,
  page,
  helpful,
  reason,
  comment,
  context,
  email,
  exchange,
}: FeedbackItem) {
  return {
    ...{ id, received_at: receivedAt.toISOString(), kind, page, helpful, reason, comment, ...context, email },
    exchange: exchange && {
      ...{ id: exchange.id, request_id: exchange.requestId, at: exchange.at.toISOString(), method: exchange.method },
      ...{ path: exchange.path, status: exchange.status, problem: exchange.problem, excerpt: exchange.excerpt },
    },
  };
}
