import { type PlayedRequest, type Sandbox, type SandboxAnswer, idempotencyHeader } from '../sandbox/index.ts';
import { ProblemError, type ProblemCode } from '../../platform/problem.ts';
import { type Facts, needed, type UpstreamAnswer } from './facts.ts';
import type { Upstream } from './forward.ts';
import { isJson } from './media-type.ts';

/** The sandbox as an upstream, in this process. */
export function sandboxUpstream(sandbox: Sandbox): Upstream {
  return async (facts) => toUpstreamAnswer(await sandbox.answer(played(facts)));
}

function played(facts: Facts): PlayedRequest {
  const { contract } = needed(facts.served, 'served');
  const { operation } = needed(facts.match, 'match');
  const address = needed(facts.address, 'address');
  const input = needed(facts.input, 'input');
  const header = idempotencyHeader(operation);
  const idempotencyKey = header === undefined ? undefined : facts.request.headers[header.toLowerCase()];
  return {
    contract,
    operation,
    organization: facts.key?.organization ?? null,
    path: input.path,
    query: input.query,
    body: input.body,
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
    ifMatch: facts.request.headers['if-match'],
    ifNoneMatch: facts.request.headers['if-none-match'],
    baseUrl: `${facts.request.origin}/gateway/${address.api}/${address.version}`,
    sentPath: address.path,
    sentQuery: address.query,
    chooseType: input.chooseType,
  };
}

const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'request-invalid',
  404: 'resource-not-found',
  409: 'resource-conflict',
  422: 'request-invalid',
};

export function toUpstreamAnswer(answer: SandboxAnswer): UpstreamAnswer {
  if (answer.kind === 'undeclared') {
    throw new ProblemError(codes[answer.status] ?? 'internal', { detail: answer.detail });
  }
  const { status, headers, body } = answer;
  if (body === null) return { status, headers, body: { kind: 'none' } };
  const essence = body.type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const text = isJson(essence) || typeof body.value !== 'string' ? JSON.stringify(body.value) : body.value;
  const type =
    essence.startsWith('text/') && !body.type.includes('charset') ? `${body.type}; charset=utf-8` : body.type;
  return {
    status,
    headers: { ...headers, 'content-type': type },
    body: { kind: 'bytes', bytes: Buffer.from(text), ...(isJson(essence) && { value: body.value }) },
  };
}
