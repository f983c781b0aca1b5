import type { FastifyRequest } from 'fastify';
import type { AuditKind, AuditLog } from '../audit/index.ts';
import type { Session } from '../session.ts';
import type { InvitationStore } from './organization-store.ts';

export type OrganizationDeed = Extract<
  AuditKind,
  `organization-${string}` | `member-${string}` | `invitation-${string}`
>;

/** Tells an organization's audit log who did what; `subject` is whom or what it was about, in words. */
export type NoteDeed = (
  request: FastifyRequest,
  session: Session,
  deed: { readonly kind: OrganizationDeed; readonly organization: string; readonly subject?: string },
) => Promise<void>;

export function noteDeed(audit: Pick<AuditLog, 'record'>): NoteDeed {
  return (request, { person }, deed) =>
    audit.record({ ...deed, person: person.id, userAgent: request.headers['user-agent'] });
}

/** Whoever joins, by whichever door, is told of. */
export function notingWhoJoins(store: InvitationStore, audit: Pick<AuditLog, 'record'>): InvitationStore {
  return {
    ...store,
    async accept(id, person, session) {
      const answered = await store.accept(id, person, session);
      if (typeof answered === 'object') {
        await audit.record({
          ...{ kind: 'member-joined', person: person.id, organization: answered.id },
          subject: `as ${answered.role}`,
        });
      }
      return answered;
    },
  };
}
