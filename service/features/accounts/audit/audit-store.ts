import type { AuditEvent } from './audit-event.ts';

/** Where events are kept: they are added and, when they are too old, removed; nothing changes one. */
export interface AuditStore {
  add(event: AuditEvent): Promise<void>;
  /** The newest first. */
  ofPerson(person: string, most: number): Promise<readonly AuditEvent[]>;
  /** The newest first. */
  ofOrganization(organization: string, most: number): Promise<readonly AuditEvent[]>;
  /** Removes what happened before, and all but the newest `most` of each person and of each organization. Returns how many. */
  prune(request: { readonly before: Date; readonly most: number }): Promise<number>;
}
