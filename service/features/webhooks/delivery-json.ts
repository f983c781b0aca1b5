import { type Attempt, type Delivery, isForInbox } from './delivery.ts';

/** `WebhookDelivery` of `openapi/portal/v1.yaml`. */
export function deliveryJson(delivery: Delivery) {
  const { id, api, version, type, message, cause, endpoint, url, state, attempts, note } = delivery;
  return {
    ...{ id, api, version, type, message, cause, endpoint, url },
    goes_to_inbox: isForInbox(url),
    ...{ state, attempts, last_status: delivery.lastStatus, note },
    created_at: delivery.createdAt.toISOString(),
    next_attempt_at: delivery.nextAt?.toISOString() ?? null,
  };
}

/** `WebhookDeliveryDetail`. */
export function detailJson(delivery: Delivery, attempts: readonly Attempt[]) {
  return { ...deliveryJson(delivery), body: delivery.body, attempts_made: attempts.map(attemptJson) };
}

function attemptJson({ number, at, durationMs, requestHeaders, checks, answer }: Attempt) {
  const isAnswered = answer.kind === 'answered';
  return {
    number,
    at: at.toISOString(),
    duration_ms: durationMs,
    request_headers: requestHeaders,
    checks,
    status: isAnswered ? answer.status : null,
    error: isAnswered ? null : answer.error,
    response_headers: isAnswered ? answer.headers : null,
    response_body: isAnswered ? answer.body : null,
  };
}
