import { ProblemError } from '../problem.ts';

/** https://www.sqlite.org/rescode.html: primary result codes. */
const sqliteFull = 13;
const sqliteTransient = new Set([5, 6, 8, 10, 14]); // BUSY, LOCKED, READONLY, IOERR, CANTOPEN

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresDiskFull = '53100';
const postgresTransient = /^(08...|40001|40P01|53...|55P03|57P0[1-5]|57014|25006|58030)$/;
const networkTransient = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** pg reports these without a code; Kysely's last one comes when a stop has closed the database already. */
const transientMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client was closed|driver has already been destroyed)/;

const retryAfterSeconds = '2';

/**
 * What a database error means to a client: 507 where the disk is full, 503 with `Retry-After` where trying again can
 * help, null where it is a bug of ours.
 */
export function databaseFault(error: unknown): ProblemError | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') {
    const primary = errcode & 0xff;
    if (primary === sqliteFull) return storageFull(error);
    return sqliteTransient.has(primary) ? unavailable(error) : null;
  }
  if (code === postgresDiskFull || code === 'ENOSPC') return storageFull(error);
  if (typeof code === 'string' && (postgresTransient.test(code) || networkTransient.has(code))) {
    return unavailable(error);
  }
  return transientMessage.test(error.message) ? unavailable(error) : null;
}

function unavailable(cause: Error): ProblemError {
  return new ProblemError('unavailable', {
    detail: 'The database does not answer at the moment. Nothing was stored. Send the same request again.',
    headers: { 'retry-after': retryAfterSeconds },
    cause,
  });
}

function storageFull(cause: Error): ProblemError {
  return new ProblemError('storage-full', {
    detail: 'The disk of the database is full. Nothing was stored. The operator of this portal has to make room.',
    cause,
  });
}
