/** What somebody did with a key, for the organization's audit log. */
export interface KeyAuditEvent {
  readonly kind: 'key-created' | 'key-rolled' | 'key-revoked';
  readonly person: string;
  readonly organization: string;
  /** The key's label and first characters; never the key. */
  readonly subject: string;
  readonly userAgent: string | undefined;
}

/** Resolves when the event is on disk. */
export type AuditKeys = (event: KeyAuditEvent) => Promise<void>;
