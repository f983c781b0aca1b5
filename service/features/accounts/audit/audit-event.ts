/** What the log tells of; whoever writes another kind of event adds it here. */
export type AuditKind =
  | 'account-made'
  | 'signed-in'
  | 'sign-in-failed'
  | 'second-factor-failed'
  | 'signed-out'
  | 'session-ended'
  | 'other-sessions-ended'
  | 'name-changed'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-set'
  | 'second-factor-removed'
  | 'account-exported'
  | 'account-deleted'
  | 'sign-up-approved'
  | 'sign-up-declined'
  | 'staff-added'
  | 'staff-removed'
  | 'access-asked'
  | 'access-given'
  | 'access-taken'
  | 'access-declined'
  | 'organization-made'
  | 'organization-renamed'
  | 'member-joined'
  | 'member-role-changed'
  | 'member-removed'
  | 'member-left'
  | 'invitation-sent'
  | 'invitation-cancelled'
  | 'key-created'
  | 'key-rolled'
  | 'key-revoked'
  | 'listing-submitted'
  | 'listing-approved'
  | 'listing-returned'
  | 'listing-unpublished'
  | 'listing-removed';

/** Something that happened at an account or an organization. */
export interface AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  /** Who did it, or whose account it was tried at. */
  readonly person: string | null;
  readonly organization: string | null;
  /** What it was about, in words: a key's label, an address. Nothing that opens anything. */
  readonly subject: string | null;
  /** In words. */
  readonly browser: string | null;
}

/** As the API shows it. */
export function auditEventJson({ at, ...event }: AuditEvent) {
  return { ...event, at: at.toISOString() };
}
