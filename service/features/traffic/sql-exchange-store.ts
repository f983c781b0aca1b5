import type { Insertable, Selectable } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import { statusRange } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { ExchangeStore } from './exchange-store.ts';

interface ExchangesTable {
  id: string;
  request_id: string;
  at: string;
  api: string;
  version: string;
  operation: string | null;
  key_id: string | null;
  organization: string | null;
  environment: string | null;
  method: string;
  path: string;
  status: number;
  duration_ms: number;
  upstream_ms: number | null;
  request_bytes: number;
  response_bytes: number;
  problem: string | null;
  findings: string;
  resource: string | null;
}

/** 19 columns a row, and SQLite takes at most 32,766 bound values in one statement. */
const rowsAStatement = 500;

export function sqlExchangeStore(database: Database): ExchangeStore {
  const db = database.db.withTables<{ exchanges: ExchangesTable }>();
  return {
    async add(exchanges) {
      if (exchanges.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        for (let start = 0; start < exchanges.length; start += rowsAStatement) {
          const rows = exchanges.slice(start, start + rowsAStatement).map(toRow);
          await transaction
            .insertInto('exchanges')
            .values(rows)
            .onConflict((conflict) => conflict.column('id').doNothing())
            .execute();
        }
      });
    },

    async list(organization, { limit, before }) {
      let query = db.selectFrom('exchanges').selectAll().where('organization', '=', organization);
      if (before !== undefined) query = query.where('id', '<', before);
      const rows = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return { exchanges: rows.slice(0, limit).map(fromRow), hasMore: rows.length > limit };
    },

    async findFirst({ organization, api, version, operation, status, resource, after }) {
      const { from, to } = statusRange(status);
      let query = db
        .selectFrom('exchanges')
        .selectAll()
        .where('organization', '=', organization)
        .where('operation', '=', operation)
        .where('api', '=', api)
        .where('version', '=', version)
        .where('status', '>=', from)
        .where('status', '<', to);
      if (resource !== undefined && resource !== null) query = query.where('resource', '=', resource);
      if (after !== undefined) {
        const earlier = statusRange(after.status);
        query = query.where((outer) =>
          outer.exists(
            outer
              .selectFrom('exchanges as earlier')
              .select('earlier.id')
              .whereRef('earlier.organization', '=', 'exchanges.organization')
              .whereRef('earlier.resource', '=', 'exchanges.resource')
              .whereRef('earlier.id', '<', 'exchanges.id')
              .where('earlier.operation', '=', after.operation)
              .where('earlier.api', '=', after.api)
              .where('earlier.version', '=', after.version)
              .where('earlier.status', '>=', earlier.from)
              .where('earlier.status', '<', earlier.to),
          ),
        );
      }
      const row = await query.orderBy('id').limit(1).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },
  };
}

function toRow(exchange: Exchange): Insertable<ExchangesTable> {
  return {
    id: exchange.id,
    request_id: exchange.requestId,
    at: exchange.at.toISOString(),
    api: exchange.api,
    version: exchange.version,
    operation: exchange.operation,
    key_id: exchange.keyId,
    organization: exchange.organization,
    environment: exchange.environment,
    method: exchange.method,
    path: exchange.path,
    status: exchange.status,
    duration_ms: exchange.durationMs,
    upstream_ms: exchange.upstreamMs,
    request_bytes: exchange.requestBytes,
    response_bytes: exchange.responseBytes,
    problem: exchange.problem,
    findings: JSON.stringify(exchange.findings),
    resource: exchange.resource,
  };
}

function fromRow(row: Selectable<ExchangesTable>): Exchange {
  return {
    id: row.id,
    requestId: row.request_id,
    at: new Date(row.at),
    api: row.api,
    version: row.version,
    operation: row.operation,
    keyId: row.key_id,
    organization: row.organization,
    environment: row.environment as Exchange['environment'],
    method: row.method,
    path: row.path,
    status: row.status,
    durationMs: row.duration_ms,
    upstreamMs: row.upstream_ms,
    requestBytes: row.request_bytes,
    responseBytes: row.response_bytes,
    problem: row.problem,
    findings: JSON.parse(row.findings) as Exchange['findings'],
    resource: row.resource,
  };
}
