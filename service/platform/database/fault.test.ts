import { describe, expect, test } from 'vitest';
import { databaseFault } from './fault.ts';

const sqlite = (errcode: number) => Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR', errcode });
const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('a database error', () => {
  test.each([
    ['SQLITE_BUSY', sqlite(5), 503],
    ['SQLITE_BUSY_SNAPSHOT', sqlite(517), 503],
    ['SQLITE_IOERR_WRITE', sqlite(778), 503],
    ['SQLITE_FULL', sqlite(13), 507],
    ['PostgreSQL: disk full', coded('53100'), 507],
    ['PostgreSQL: too many connections', coded('53300'), 503],
    ['PostgreSQL: admin shutdown', coded('57P01'), 503],
    ['PostgreSQL: connection failure', coded('08006'), 503],
    ['PostgreSQL: deadlock', coded('40P01'), 503],
    ['PostgreSQL: read only', coded('25006'), 503],
    ['the network: refused', coded('ECONNREFUSED'), 503],
    ['pg: terminated', new Error('Connection terminated unexpectedly'), 503],
    ['pg: the pool is exhausted', new Error('timeout exceeded when trying to connect'), 503],
    ['a database that a stop closed', new Error('driver has already been destroyed'), 503],
  ])('%s → %i', (_, error, status) => {
    expect(databaseFault(error)?.status).toBe(status);
  });

  test.each([
    ['a constraint', sqlite(19)],
    ['a unique violation', coded('23505')],
    ['bad SQL', coded('42601')],
    ['some error', new Error('x')],
    ['no error', 'ECONNREFUSED'],
  ])('%s is a bug, not a fault', (_, error) => {
    expect(databaseFault(error)).toBeNull();
  });
});
