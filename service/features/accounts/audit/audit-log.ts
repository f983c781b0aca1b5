import type { Clock } from '../../../platform/clock.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { AuditEvent, AuditKind } from './audit-event.ts';
import type { AuditStore } from './audit-store.ts';
import { browserInWords } from './browser-in-words.ts';
import { auditIdPrefix } from './sql-audit-store.ts';

export interface WantedEvent {
  readonly kind: AuditKind;
  readonly person?: string | null;
  readonly organization?: string | null;
  readonly subject?: string | null;
  /** The request's header `User-Agent`; what is kept of it is the browser in words. */
  readonly userAgent?: string | undefined;
}

/** Who did what, when: added to, read, never changed. */
export interface AuditLog {
  /** Resolves when it is on disk. */
  record(event: WantedEvent): Promise<void>;
  /** The newest first, 200 at most. */
  ofPerson(person: string): Promise<readonly AuditEvent[]>;
  /** The newest first, 200 at most. */
  ofOrganization(organization: string): Promise<readonly AuditEvent[]>;
}

const mostAtOnce = 200;
const longestSubject = 200;

export function auditLog(deps: { readonly store: AuditStore; readonly clock: Clock; readonly newId: NewId }): AuditLog {
  const { store, clock, newId } = deps;
  return {
    record: ({ kind, person = null, organization = null, subject = null, userAgent }) =>
      store.add({
        ...{ id: newId(auditIdPrefix), at: clock.now(), kind, person, organization },
        subject: subject?.slice(0, longestSubject) ?? null,
        browser: userAgent === undefined ? null : browserInWords(userAgent),
      }),
    ofPerson: (person) => store.ofPerson(person, mostAtOnce),
    ofOrganization: (organization) => store.ofOrganization(organization, mostAtOnce),
  };
}
