import type { Agent } from 'undici';
import type { MappedGraphqlOperation, Mapping } from '../../../../../contract/mapped/index.ts';
import { type Facts, needed, type UpstreamAnswer } from '../../facts.ts';
import { ProblemError } from '../../../../platform/problem.ts';
import { answerWith, mappedOperation, upstreamError } from '../answer.ts';
import { feed, memberOf } from '../feed.ts';
import { EndedBody, type MappedAttempt, type MappedRequest, type Transport } from '../transport.ts';
import { readBounded } from './read-bounded.ts';
import { type GraphqlResult, readResult } from './result.ts';

/** Of the request's own headers these are about its own body and answer. */
const aboutTheRequest = /^(?:content-.*|accept|accept-encoding|if-.*|range|prefer)$/;

/** The result; undefined where the body is none. `retryAfter` as the server said it. */
interface Answered {
  readonly result: GraphqlResult | undefined;
  readonly retryAfter: string | undefined;
}

/** GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/: a POST of JSON, whatever the operation's own method is. */
export function graphqlTransport(mapping: Mapping, agent: Agent): Transport<Answered> {
  return {
    prepare(facts) {
      const operation = mappedOperation(mapping.operations, facts) as MappedGraphqlOperation;
      const variables = Object.fromEntries(feed(facts, operation.bindings).map(({ target, value }) => [target, value]));
      const { document: query, name } = operation;
      const body = JSON.stringify({ query, ...(name !== undefined && { operationName: name }), variables });
      return {
        send: (request, { signal }) => send(agent, request, body, signal),
        toAnswer({ statusCode, result: { result, retryAfter } }, onUnusable) {
          const isError = statusCode < 200 || statusCode > 299;
          if (result === undefined || (isError && !result.hasErrors)) {
            if (!isError) onUnusable();
            throw withoutResult(statusCode, retryAfter, facts);
          }
          return toAnswer(result, operation, mapping, facts);
        },
      };
    },
    close: async () => undefined,
  };
}

async function send(
  agent: Agent,
  { url, headers }: MappedRequest,
  body: string,
  signal: AbortSignal,
): Promise<MappedAttempt<Answered>> {
  const { origin, pathname } = new URL(url);
  const answer = await agent.request({
    origin,
    path: pathname,
    method: 'POST',
    headers: {
      ...Object.fromEntries(Object.entries(headers).filter(([header]) => !aboutTheRequest.test(header))),
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body,
    signal,
    // The signal knows the time, and to the millisecond.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const text = await readBounded(answer.body);
  const result = text === undefined ? undefined : readResult(text);
  const retryAfter = answer.headers['retry-after'];
  return {
    statusCode: answer.statusCode,
    headers: answer.headers,
    body: new EndedBody(),
    result: { result, retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined },
  };
}

/** What a server or something before it says without having looked at the document. */
function withoutResult(status: number, retryAfter: string | undefined, facts: Facts): ProblemError {
  if (status >= 200 && status < 300) {
    return upstreamError(facts, { status: 502, what: 'answered with something that is not GraphQL' });
  }
  const passed = [429, 503, 504].includes(status) ? status : 502;
  const isSeconds = retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter);
  return upstreamError(facts, {
    status: passed,
    what: `answered with the status ${status}`,
    ...(isSeconds && passed !== 502 && { retryAfter }),
  });
}

function toAnswer(
  { data, codes, hasErrors }: GraphqlResult,
  operation: MappedGraphqlOperation,
  { errors }: Mapping,
  facts: Facts,
): UpstreamAnswer {
  const value = operation.answer.reduce<unknown>((at, name) => (at === null ? null : memberOf(at, name)), data);
  const isThere = value !== null && value !== undefined;
  if (hasErrors && !(isThere && operation.partial)) {
    if (isThere) throw upstreamError(facts, { status: 502, what: 'answered in part only' });
    const code = codes.find((each) => typeof each === 'string' && errors.has(each));
    const status = typeof code === 'string' ? errors.get(code) : undefined;
    throw upstreamError(facts, { status: status ?? 502, code: code ?? codes[0] });
  }
  if (value === undefined) throw upstreamError(facts, { status: 502, what: 'left out what it was asked for' });
  if (value === null && operation.whenNull !== undefined) throw absent(operation.whenNull, facts);
  const answer = answerWith(value, operation, facts);
  return hasErrors ? { ...answer, findings: [inPart] } : answer;
}

const inPart = { in: 'response' as const, at: '', message: 'the upstream answered in part, with errors beside it' };

function absent(status: number, facts: Facts): ProblemError {
  const { operation } = needed(facts.match, 'match');
  if (status !== 404) return upstreamError(facts, { status, what: `has nothing for ${operation.id}` });
  return new ProblemError('resource-not-found', {
    detail: `There is nothing at ${needed(facts.address, 'address').path}. Check its identifier.`,
  });
}
