import type { Mapping, MappedGrpcOperation } from '../../../../../contract/mapped/index.ts';
import type { Facts } from '../../facts.ts';
import { answerWith, mappedOperation, upstreamError } from '../answer.ts';
import { memberOf } from '../feed.ts';
import { EndedBody, type MappedAttempt, type Transport } from '../transport.ts';
import { buildRequest } from './build-request.ts';
import { callUnary, type UnaryAnswer } from './call.ts';
import { channels } from './channels.ts';
import { fromMessage } from './from-message.ts';
import { metadataOf } from './metadata.ts';
import { statusOf } from './status.ts';

type Answered = UnaryAnswer;

/** Unary calls of gRPC, whatever the operation's own method is. */
export function grpcTransport(mapping: Mapping): Transport<Answered> {
  const connections = channels();
  return {
    prepare(facts) {
      const operation = mappedOperation(mapping.operations, facts) as MappedGrpcOperation;
      const { bytes, findings } = buildRequest(facts, operation);
      return {
        async send({ url, headers }, { signal, seconds }): Promise<MappedAttempt<Answered>> {
          const client = await connections.to(url);
          const call = { path: operation.path, bytes, metadata: metadataOf(headers), seconds, signal };
          const result = await callUnary(client, call);
          return { statusCode: statusOf(result.status).http, headers: {}, body: new EndedBody(), result };
        },
        toAnswer({ result: { status, bytes: message } }, onUnusable) {
          if (status !== 0) {
            const { name, http } = statusOf(status);
            throw upstreamError(facts, { status: mapping.errors.get(name) ?? http, code: name });
          }
          const answer = answerWith(answerValue(message, operation, facts, onUnusable), operation, facts);
          return findings.length > 0 ? { ...answer, findings } : answer;
        },
      };
    },
    close: async () => connections.close(),
  };
}

function answerValue(
  bytes: Buffer | undefined,
  { response, names, answer }: MappedGrpcOperation,
  facts: Facts,
  onUnusable: () => void,
): unknown {
  let json: unknown;
  try {
    json = fromMessage(response.decode(bytes ?? Buffer.alloc(0)), response, names);
  } catch (cause) {
    onUnusable();
    const problem = upstreamError(facts, {
      status: 502,
      what: 'answered with something that is not the message it declares',
    });
    problem.cause = cause;
    throw problem;
  }
  const value = answer.reduce<unknown>((at, name) => memberOf(at, name), json);
  if (value === undefined) throw upstreamError(facts, { status: 502, what: 'left out what it was asked for' });
  return value;
}
