import { randomBytes } from 'node:crypto';
import type { Contract, Method } from '../../../contract/model.ts';
import { readContract } from '../../../contract/read/index.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { seal } from '../../platform/secret/index.ts';
import { exclusiveSpaces } from './exclusive-space.ts';
import { idempotencyHeader } from './finish.ts';
import { type Sandbox, sandbox } from './sandbox.ts';
import { sqlSandboxStore } from './sql-sandbox-store.ts';
import type { Item } from './state.ts';
import type { Witness } from './witness.ts';

export interface PlayedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Item;
}

/** A sandbox of one contract without a gateway, with a clock that the test moves. What is not as declared throws. */
export interface PlayedSandbox {
  readonly contract: Contract;
  readonly sandbox: Sandbox;
  readonly clock: { now(): Date; advance(seconds: number): void };
  readonly call: (
    method: Method,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<PlayedAnswer>;
}

export async function playedSandbox(database: Database, file: string, witness?: Witness): Promise<PlayedSandbox> {
  const contract = await readContract({ api: 'api', version: 'v1', file });
  let now = Date.parse('2026-11-21T12:00:00Z');
  const clock = {
    now: () => new Date(now),
    advance(seconds: number) {
      now += seconds * 1000;
    },
  };
  const store = sqlSandboxStore(exclusiveSpaces(database, clock));
  const played = sandbox({
    store,
    clock,
    random: randomBytes,
    seal: seal(Buffer.alloc(32, 9), 'first-answers'),
    witness,
  });

  return {
    contract,
    sandbox: played,
    clock,
    async call(method, target, body, headers = {}) {
      const [sentPath = '', sentQuery = ''] = target.split('?');
      const match = matching(contract, method, sentPath);
      if (match === undefined) throw new Error(`No operation is ${method} ${sentPath}.`);
      const { operation, path } = match;
      const key = idempotencyHeader(operation);
      const answer = await played.answer({
        contract,
        operation,
        organization: 'org_a',
        path,
        query: new Map([...new URLSearchParams(sentQuery)].map(([name, value]) => [name, typed(value)])),
        body,
        ifMatch: headers['if-match'],
        ifNoneMatch: headers['if-none-match'],
        idempotencyKey: key === undefined ? undefined : headers[key.toLowerCase()],
        baseUrl: 'https://portal.example/gateway/api/v1',
        sentPath,
        sentQuery,
        chooseType: (offered) => offered[0],
      });
      if (answer.kind === 'undeclared')
        throw new Error(`${operation.id} declares no ${answer.status}: ${answer.detail}`);
      const media = operation.responses
        .find(({ status }) => status === String(answer.status))
        ?.content.find(({ type }) => type === answer.body?.type);
      const wrong = media?.schema && validatorFor(contract).validate(media.schema, answer.body?.value, 'response');
      if (wrong && wrong.length > 0) throw new Error(`${operation.id} ${answer.status}: ${JSON.stringify(wrong)}`);
      return { status: answer.status, headers: answer.headers, body: (answer.body?.value ?? {}) as Item };
    },
  };
}

/** As the gateway reads a number or a flag. */
function typed(value: string): unknown {
  return /^(?:\d{1,9}|true|false)$/.test(value) ? JSON.parse(value) : value;
}

/** The operation of a path, one without parameters before one with. */
function matching(contract: Contract, method: Method, sent: string) {
  const found = contract.operations.flatMap((operation) => {
    if (operation.method !== method) return [];
    const names = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');
    const values = new RegExp(`^${operation.path.replace(/\{[^{}]+\}/g, '([^/]+)')}$`).exec(sent)?.slice(1);
    if (values === undefined) return [];
    return [{ operation, path: new Map(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')])) }];
  });
  return found.sort((a, b) => a.path.size - b.path.size)[0];
}
