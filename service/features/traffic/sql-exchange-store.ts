import type { Selectable } from 'kysely';
import type { ColumnValue, Database } from '../../platform/database/index.ts';
import { idBefore, idTime } from '../../platform/ids.ts';
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
  trace_id: string | null;
  upstream_status: number | null;
  is_compared: number;
  excerpt: string | null;
  is_kept: number;
  marks: string | null;
}

export function sqlExchangeStore(database: Database): ExchangeStore {
  const db = database.db.withTables<{ exchanges: ExchangesTable }>();
  const newestOf = (organization: string, limit: number) =>
    db.selectFrom('exchanges').where('organization', '=', organization).orderBy('id', 'desc').limit(limit);
  return {
    async add(exchanges) {
      await database.append({ table: 'exchanges', columns, values: exchanges.map(toValues) });
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

    async after(organization, id, limit) {
      let query = db.selectFrom('exchanges').select(lightColumns).where('organization', '=', organization);
      if (id !== null) query = query.where('id', '>', id);
      const rows = await query.orderBy('id').limit(limit).execute();
      return rows.map((row) => fromRow({ ...row, excerpt: null }));
    },

    async latest(organization, limit) {
      const rows = await newestOf(organization, limit).select(lightColumns).execute();
      return rows.map((row) => fromRow({ ...row, excerpt: null }));
    },

    async latestIds(organization, limit) {
      const rows = await newestOf(organization, limit).select('id').execute();
      return rows.map(({ id }) => id);
    },

    async findById(id) {
      const row = await db.selectFrom('exchanges').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async findByRequestId(organization, requestId) {
      const time = idTime(requestId);
      if (time === null) return null;
      const row = await db
        .selectFrom('exchanges')
        .selectAll()
        .where('organization', '=', organization)
        .where('id', '>=', idBefore('exc', time))
        .where('id', '<', idBefore('exc', new Date(time.getTime() + longestExchangeMs)))
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async keep({ id, organization, resource }) {
      let query = db.updateTable('exchanges').set({ is_kept: 1 }).where('is_kept', '=', 0);
      // What it followed from is part of the proof.
      query =
        resource === null || organization === null
          ? query.where('id', '=', id)
          : query.where('organization', '=', organization).where('resource', '=', resource).where('id', '<=', id);
      await query.execute();
    },

    async removeBefore(id, most) {
      const { numDeletedRows } = await db
        .deleteFrom('exchanges')
        .where('id', 'in', (outer) =>
          outer
            .selectFrom('exchanges')
            .select('id')
            .where('id', '<', id)
            .where('is_kept', '=', 0)
            .orderBy('id')
            .limit(most),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** An exchange is recorded when it ends, and has its id from then: the request's own was given before, at most so long. */
const longestExchangeMs = 15 * 60_000;

/** All but the excerpt, which can be long. */
const lightColumns = [
  ...(['id', 'request_id', 'at', 'api', 'version', 'operation', 'key_id', 'organization', 'environment'] as const),
  ...(['method', 'path', 'status', 'upstream_status', 'duration_ms', 'upstream_ms', 'request_bytes'] as const),
  ...(['response_bytes', 'problem', 'findings', 'resource', 'trace_id', 'is_compared', 'is_kept', 'marks'] as const),
] as const;

const columns = [...lightColumns, 'excerpt'] as const;

function toValues(exchange: Exchange): readonly ColumnValue[] {
  const row = toRow(exchange);
  return columns.map((column) => row[column]);
}

function toRow(exchange: Exchange): ExchangesTable {
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
    trace_id: exchange.traceId,
    upstream_status: exchange.upstreamStatus,
    is_compared: exchange.isCompared ? 1 : 0,
    excerpt: exchange.excerpt === null ? null : JSON.stringify(exchange.excerpt),
    is_kept: 0,
    marks: exchange.marks === undefined ? null : JSON.stringify(exchange.marks),
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
    traceId: row.trace_id,
    upstreamStatus: row.upstream_status,
    isCompared: row.is_compared === 1,
    excerpt: row.excerpt === null ? null : (JSON.parse(row.excerpt) as Exchange['excerpt']),
    ...(row.marks !== null && { marks: JSON.parse(row.marks) as Exchange['marks'] }),
  };
}
