import type { FastifyBaseLogger } from 'fastify';
import { systemClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { auditLog, type AuditLog } from './audit-log.ts';
import { pruneAudit } from './prune-audit.ts';
import { sqlAuditStore } from './sql-audit-store.ts';

export { type AuditKind, auditEventJson } from './audit-event.ts';
export type { AuditLog } from './audit-log.ts';
export { browserInWords } from './browser-in-words.ts';
export { auditMigrations } from './migrations.ts';

export interface AuditFeature {
  /** Where features write what people did. */
  readonly audit: AuditLog;
  /** Begins to remove what is too old, and returns how to end it. */
  startPruning(): () => Promise<void>;
}

/** The audit log of accounts, organizations and their keys. */
export function auditFeature(deps: { readonly database: Database; readonly log: FastifyBaseLogger }): AuditFeature {
  const store = sqlAuditStore(deps.database);
  return {
    audit: auditLog({ store, clock: systemClock, newId }),
    startPruning: () => pruneAudit({ store, clock: systemClock, log: deps.log }),
  };
}
