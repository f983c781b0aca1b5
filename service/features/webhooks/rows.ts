import type { Insertable, Selectable } from 'kysely';
import type { Seal } from '../../platform/secret/index.ts';
import { type Attempt, type Delivery, isForInbox } from './delivery.ts';
import type { AttemptsTable, DeliveriesTable, LanesTable } from './tables.ts';
import type { Lane } from './webhook-store.ts';

export function toRow(delivery: Delivery): Insertable<DeliveriesTable> {
  const { id, organization, api, version, endpoint, lane, url, message, type, cause, body, state, attempts, note } =
    delivery;
  const own = {
    id,
    organization,
    api,
    version,
    endpoint,
    lane,
    url,
    message,
    type,
    cause,
    body,
    state,
    attempts,
    note,
  };
  return {
    ...own,
    for_inbox: isForInbox(url) ? 1 : 0,
    last_status: delivery.lastStatus,
    created_at: delivery.createdAt.toISOString(),
    next_at: delivery.nextAt?.toISOString() ?? null,
    leased_until: null,
  };
}

export function fromRow(row: Selectable<DeliveriesTable>): Delivery {
  const { id, organization, api, version, endpoint, lane, url, message, type, body, attempts, note } = row;
  return {
    ...{ id, organization, api, version, endpoint, lane, url, message, type, body, attempts, note },
    cause: row.cause as Delivery['cause'],
    state: row.state as Delivery['state'],
    lastStatus: row.last_status,
    createdAt: new Date(row.created_at),
    nextAt: row.next_at === null ? null : new Date(row.next_at),
  };
}

export function toAttemptRow(delivery: string, attempt: Attempt): Insertable<AttemptsTable> {
  const { answer } = attempt;
  const isAnswered = answer.kind === 'answered';
  return {
    delivery,
    number: attempt.number,
    at: attempt.at.toISOString(),
    duration_ms: attempt.durationMs,
    request_headers: JSON.stringify(attempt.requestHeaders),
    checks: JSON.stringify(attempt.checks),
    status: isAnswered ? answer.status : null,
    error: isAnswered ? null : answer.error,
    response_headers: isAnswered ? JSON.stringify(answer.headers) : null,
    response_body: isAnswered ? answer.body : null,
  };
}

export function fromAttemptRow(row: Selectable<AttemptsTable>): Attempt {
  const headers = (text: string) => JSON.parse(text) as Attempt['requestHeaders'];
  return {
    number: row.number,
    at: new Date(row.at),
    durationMs: row.duration_ms,
    requestHeaders: headers(row.request_headers),
    checks: JSON.parse(row.checks) as Attempt['checks'],
    answer:
      row.status === null
        ? { kind: 'unanswered', error: row.error ?? '' }
        : {
            kind: 'answered',
            status: row.status,
            headers: headers(row.response_headers ?? '{}'),
            body: row.response_body ?? '',
          },
  };
}

export function toLaneRow(lane: string, organization: string, kept: Lane, seal: Seal): Insertable<LanesTable> {
  return {
    lane,
    organization,
    secret: seal.close(kept.secret),
    previous_secret: kept.previous === null ? null : seal.close(kept.previous.secret),
    sealed: 1,
    previous_until: kept.previous?.until.toISOString() ?? null,
    url: kept.url,
    failing_since: kept.failingSince?.toISOString() ?? null,
    created_at: kept.createdAt.toISOString(),
  };
}

/** Throws where the secret was sealed with another `PORTAL_SECRET`. */
export function fromLaneRow(row: Selectable<LanesTable>, seal: Seal): Lane {
  const { previous_secret: previous, previous_until: until } = row;
  const open = (text: string) => (row.sealed === 1 ? seal.open(text) : text);
  return {
    secret: open(row.secret),
    previous: previous === null || until === null ? null : { secret: open(previous), until: new Date(until) },
    url: row.url,
    failingSince: row.failing_since === null ? null : new Date(row.failing_since),
    createdAt: new Date(row.created_at),
  };
}
