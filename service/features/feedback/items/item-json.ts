import type { FeedbackItem, TriagedItem } from './item.ts';

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

/** `FeedbackItem` of `openapi/portal/v1.yaml`; `names` are of people and organizations by their ids. */
export function toTriagedJson(item: TriagedItem, names: ReadonlyMap<string, string>) {
  const { version, ...context } = item.context;
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    ...toItemJson({ ...item, context }),
    ...(version === undefined ? {} : { version_of_api: version }),
    version: item.revision,
    person: nameOf(item.person),
    organization: nameOf(item.organization),
    held: item.held,
    state: item.state,
    changed_by: nameOf(item.changedBy),
    changed_at: item.changedAt?.toISOString() ?? null,
  };
}
