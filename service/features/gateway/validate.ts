import type { IncomingMessage } from 'node:http';
import type { MediaType, Operation } from '../../../contract/model.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import { ProblemError, type ProblemPlace } from '../../platform/problem.ts';
import { type Facts, needed, type Step } from './facts.ts';
import { goesLive } from './forward.ts';
import { acceptable } from './media-type.ts';
import { isOpaqueBody } from './opaque-body.ts';
import { keyParameters } from './presented-credentials.ts';
import { readQuery } from './query-string.ts';
import { type BodyReading, readBody } from './read-body.ts';
import { readBytes } from './read-bytes.ts';
import { type ReadParameter, readParameters } from './read-parameters.ts';
import { decode } from './serialised.ts';
import { unknownQuery } from './unknown-query.ts';
import type { ServedVersion } from './served-version.ts';

/** Checks parameters and body by the contract, and says all that is wrong at once. Nobody has read `request` yet. */
export function validateStep(request: IncomingMessage, largestBodyBytes: number): Step {
  return { name: 'validate', run: (facts) => validate(facts, request, largestBodyBytes) };
}

async function validate(facts: Facts, request: IncomingMessage, largestBodyBytes: number): Promise<Facts> {
  const served = needed(facts.served, 'served');
  const { operation, path } = needed(facts.match, 'match');
  const address = needed(facts.address, 'address');
  const { headers } = facts.request;
  const chooseType = chooserFor(operation, headers.accept);
  const query = readQuery(address.query);
  const sources = { path, query, queryString: address.query, headers };
  const parameters = readParameters(served.contract, operation, sources);
  const passesOn = goesLive(facts) && isOpaqueBody(operation, headers);
  const bytes = passesOn ? Buffer.alloc(0) : await readBytes(request, largestBodyBytes);
  const sent = { bytes, contentType: headers['content-type'], contentEncoding: headers['content-encoding'] };
  const body = passesOn ? ({ kind: 'none' } as const) : await readBody(served.contract, operation, sent);
  refuse(operation, placesOf(served, parameters), body, bodyPlaces(served, body));

  const unknown = unknownQuery(served.contract, operation, query, keyParameters(served.contract));
  const input = {
    path: new Map([...path].map(([name, raw]) => [name, decode(raw)])),
    query: new Map(
      parameters.flatMap(({ parameter, value }) => (parameter.in === 'query' ? [[parameter.name, value]] : [])),
    ),
    body: body.kind === 'read' ? body.value : undefined,
    bytes: body.kind === 'read' ? bytes : Buffer.alloc(0),
    ...(passesOn && { stream: request }),
    chooseType,
  };
  const ignored = body.kind === 'undeclared' ? [ignoredBody(operation)] : [];
  return { ...facts, input, findings: [...facts.findings, ...unknown, ...ignored] };
}

function ignoredBody({ id }: Operation) {
  return { in: 'body' as const, at: '', message: `${id} takes no body; what was sent was left out` };
}

/** RFC 9110 §15.5.7: 406 where the operation has answers, and none is of a type that the client takes. */
function chooserFor(operation: Operation, accept: string | undefined) {
  if (accept === undefined || accept === '*/*') return first;
  const offered = operation.responses
    .filter((response) => /^(?:2|default)/i.test(response.status))
    .flatMap((response) => response.content);
  if (offered.length > 0 && acceptable(offered, accept) === undefined) {
    const types = [...new Set(offered.map((media) => media.type))];
    throw new ProblemError('not-acceptable', {
      detail: `${operation.id} answers with ${types.join(' or ')}, and the request accepts ${accept}.`,
    });
  }
  return (media: readonly MediaType[]) => acceptable(media, accept);
}

/** Whoever takes anything gets what is described first. */
const first = (media: readonly MediaType[]): MediaType | undefined => media[0];

/** Everything that is wrong with the parameters. */
function placesOf(served: ServedVersion, parameters: readonly ReadParameter[]): readonly ProblemPlace[] {
  const validator = validatorFor(served.contract);
  return parameters.flatMap(({ parameter, value, fault }): readonly ProblemPlace[] => {
    const room = parameter.in === 'querystring' ? 'query' : parameter.in;
    const place = (message: string): ProblemPlace => ({ in: room, at: parameter.name, message });
    if (fault !== undefined) return [place(fault)];
    if (value === undefined) return parameter.required ? [place('is required')] : [];
    return validator
      .validate(parameter.schema, value, 'request')
      .map(({ pointer, message }) => place(pointer === '' ? message : `${pointer} ${message}`));
  });
}

function bodyPlaces(served: ServedVersion, body: BodyReading): readonly ProblemPlace[] {
  if (body.kind !== 'read' || body.media.schema === undefined || Buffer.isBuffer(body.value)) return [];
  return validatorFor(served.contract)
    .validate(body.media.schema, body.value, 'request')
    .map(({ pointer, message }) => ({ in: 'body', at: pointer, message }));
}

const toldInDetail = 5;

function refuse(
  operation: Operation,
  parameters: readonly ProblemPlace[],
  body: BodyReading,
  bodyFaults: readonly ProblemPlace[],
): void {
  const unread = body.kind === 'refused' ? (body.errors ?? []) : [];
  const errors = [...parameters, ...unread, ...bodyFaults];
  // A body that cannot be read is told first: it has a code of its own.
  if (body.kind === 'refused' && body.code !== 'request-invalid') {
    throw new ProblemError(body.code, { detail: body.detail, ...(errors.length > 0 && { errors }) });
  }
  if (errors.length === 0) return;
  const told = errors.slice(0, toldInDetail).map(spoken);
  const rest = errors.length > toldInDetail ? `; and ${errors.length - toldInDetail} more` : '';
  throw new ProblemError('request-invalid', {
    detail: `The request is not as ${operation.id} describes it: ${told.join('; ')}${rest}.`,
    errors,
  });
}

function spoken({ in: room, at, message }: ProblemPlace): string {
  if (room === 'body') return `the body${at === '' ? '' : `’s ${at}`} ${message}`;
  return `the ${room} ${room === 'path' || room === 'query' ? 'parameter ' : ''}${at} ${message}`;
}
