import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import { readContract } from '../../../contract/read/index.ts';
import type { OpenDatabase } from '../../../tests/support/databases.ts';
import { portalApi } from '../../../tests/support/portal-api.ts';
import type { Database } from '../../platform/database/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Sandbox, sandboxFeature, sandboxMigrations } from '../sandbox/index.ts';
import { noTrouble, type WebhookTrouble, webhooksFeature, webhooksMigrations } from './index.ts';

const file = fileURLToPath(new URL('../../../openapi/cardea/v2.yaml', import.meta.url));
export const cardea: Contract = await readContract({ api: 'cardea', version: 'v2', file });

export interface Running {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly sandbox: Sandbox;
  /** Does an operation of the contract, as the gateway would; resolves with the body. */
  play(operationId: string, path?: Record<string, string>, body?: unknown): Promise<Record<string, unknown>>;
  /** Asks the portal's API with the organization's sandbox key. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object): Promise<{ status: number; body: Answer }>;
  /** Lets time pass, then sends what is due. */
  later(seconds: number): Promise<void>;
  readonly now: () => Date;
  trouble: WebhookTrouble;
}

/** The answers of several routes in one: a test reads those members that its route has. */
export interface Answer {
  readonly data: readonly DeliveryAnswer[];
  readonly has_more: boolean;
  readonly detail: string;
  readonly inbox: { url: string; secret: string };
  readonly address: { url: string; secret: string } | null;
  readonly apis: readonly { api: string; endpoints: readonly { id: string; url: string; enabled: boolean }[] }[];
  readonly url: string;
  readonly secret: string;
}

export interface DeliveryAnswer {
  readonly id: string;
  readonly type: string;
  readonly message: string;
  readonly state: string;
  readonly cause: string;
  readonly endpoint: string;
  readonly attempts: number;
  readonly note: string | null;
  readonly last_status: number | null;
  readonly next_attempt_at: string | null;
  readonly goes_to_inbox: boolean;
}

export interface DetailAnswer extends DeliveryAnswer {
  readonly body: string;
  readonly attempts_made: readonly {
    readonly number: number;
    readonly status: number | null;
    readonly error: string | null;
    readonly request_headers: Readonly<Record<string, string>>;
    readonly response_headers: Readonly<Record<string, string>> | null;
    readonly response_body: string | null;
    readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly text: string }[];
  }[];
}

/** The sandbox of Cardea with its webhooks, on an empty database; private addresses may be sent to. */
export async function startWebhooks(
  open: OpenDatabase | Database,
  options: { contracts?: readonly Contract[]; retryAfterSeconds?: readonly number[]; allowPrivate?: boolean } = {},
): Promise<Running> {
  const { contracts = [cardea], retryAfterSeconds = [5, 30, 120], allowPrivate = true } = options;
  const database = typeof open === 'function' ? await open([...sandboxMigrations, ...webhooksMigrations]) : open;
  const { app, routes } = portalApi();
  let now = new Date('2026-11-21T09:00:00Z');
  const clock = { now: () => now };
  const log = { error: (details: object) => errors.push(details) };
  const errors: object[] = [];
  const feature = webhooksFeature({
    database,
    secret: Buffer.alloc(32, 9),
    routes,
    contracts,
    contractsOf: async () => contracts,
    keyOf: async ({ headers }) => {
      const [environment = '', organization = ''] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
      if (organization === '') throw new ProblemError('key-missing');
      return { organization, environment: environment === 'live' ? 'live' : 'sandbox' };
    },
    sandbox: () => sandbox,
    // As in the service: a query of its own, which must not wait for a transaction that waits for it.
    troubleOf: async () => {
      await database.check();
      return running.trouble;
    },
    policy: { allowPrivateAddresses: allowPrivate, ports: [443] },
    retryAfterSeconds,
    log,
    clock,
  });
  const { sandbox } = sandboxFeature({ database, secret: Buffer.alloc(32, 9), clock, witness: feature.witness });
  await app.register(feature.plugin);

  const running: Running = {
    app,
    database,
    sandbox,
    now: () => now,
    trouble: noTrouble,
    play: (operationId, path = {}, body) => played(sandbox, contracts, operationId, path, body),
    async ask(method, url, body) {
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { authorization: 'Bearer test/org_1' },
        ...(body !== undefined && { payload: body }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? ({} as Answer) : answer.json<Answer>() };
    },
    async later(seconds) {
      now = new Date(now.getTime() + seconds * 1000);
      await feature.runDue();
    },
  };
  return running;
}

async function played(
  sandbox: Sandbox,
  contracts: readonly Contract[],
  operationId: string,
  path: Record<string, string>,
  body: unknown,
): Promise<Record<string, unknown>> {
  const contract = contracts.find(({ operations }) => operations.some(({ id }) => id === operationId));
  const operation = contract?.operations.find(({ id }) => id === operationId);
  if (contract === undefined || operation === undefined) throw new Error(`No operation ${operationId}.`);
  const answer = await sandbox.answer({
    contract,
    operation,
    organization: 'org_1',
    path: new Map(Object.entries(path)),
    query: new Map(),
    body,
    idempotencyKey: undefined,
    baseUrl: 'https://portal.example/gateway/cardea/v2',
    sentPath: operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => path[name] ?? ''),
    sentQuery: '',
    chooseType: (offered) => offered[0],
  });
  return answer.kind === 'answer' ? ((answer.body?.value ?? {}) as Record<string, unknown>) : { ...answer };
}

export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver on this machine that answers each request by the next of these, the last again and again. */
export async function receiver(...answers: ((response: ServerResponse) => void)[]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: flat(request.headers), body: Buffer.concat(chunks).toString() });
      const answer = answers[received.length - 1] ?? answers.at(-1);
      if (answer === undefined) response.writeHead(204).end();
      else answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}/hooks`, received, close };
}

export const status =
  (code: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end(body);

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
