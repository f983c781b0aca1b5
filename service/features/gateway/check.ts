import type { Response } from '../../../contract/model.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import type { DriftKind, ExchangeFinding } from '../traffic/index.ts';
import { coerceText, kindOf } from './coerce-text.ts';
import { type AnswerBody, type Facts, needed } from './facts.ts';
import { bestFit, isJson, parseMediaType } from './media-type.ts';
import { takeApart } from './serialised.ts';

/** Where the answer is not as the contract promises. `unread`: its body is not known. */
export function answerFindings(facts: Facts, body: AnswerBody | 'unread'): readonly ExchangeFinding[] {
  // What was made to go wrong says nothing of the contract.
  if (facts.trouble !== undefined) return [];
  const { operation } = needed(facts.match, 'match');
  const answer = needed(facts.answer, 'answer');
  const response = declaredResponse(operation.responses, answer.status);
  if (response === undefined) {
    if (operation.responses.length === 0) return [];
    return [found('status', '', `${operation.id} declares no answer with the status ${answer.status}`)];
  }
  return [...headerFindings(facts, response), ...bodyFindings(facts, response, body)];
}

/** OpenAPI 3.1 §4.8.16: the exact status, then its class, then `default`. */
export function declaredResponse(responses: readonly Response[], status: number): Response | undefined {
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT'];
  return wanted
    .map((one) => responses.find((response) => response.status.toUpperCase() === one))
    .find((response) => response !== undefined);
}

function headerFindings(facts: Facts, response: Response): readonly ExchangeFinding[] {
  const { contract } = needed(facts.served, 'served');
  const { headers } = needed(facts.answer, 'answer');
  return response.headers.flatMap((header) => {
    const sent = headers[header.name.toLowerCase()];
    // OpenAPI 3.1 §4.8.16: a header `Content-Type` is said by the content.
    if (header.name.toLowerCase() === 'content-type') return [];
    if (sent === undefined)
      return header.required ? [found('header', header.name, 'is promised, and the answer has no such header')] : [];
    const text = Array.isArray(sent) ? sent.join(',') : sent;
    const kind = kindOf(contract, header.schema);
    // A header that is one value has commas and percent signs of its own.
    const parts =
      kind === 'primitive' ? text : takeApart({ name: header.name, style: 'simple', explode: false }, kind, text);
    return validatorFor(contract)
      .validate(header.schema, coerceText(contract, header.schema, parts), 'response')
      .map(({ message }) => found('header', header.name, message));
  });
}

function bodyFindings(facts: Facts, response: Response, body: AnswerBody | 'unread'): readonly ExchangeFinding[] {
  const { contract } = needed(facts.served, 'served');
  const { headers } = needed(facts.answer, 'answer');
  if (body !== 'unread' && (body.kind === 'none' || (body.kind === 'bytes' && body.bytes.length === 0))) {
    const isHead = facts.request.method === 'HEAD';
    const promised = response.content.length > 0 && !isHead && body.kind === 'none';
    return promised
      ? [found('body', '', `a body of ${response.content.map((media) => media.type).join(' or ')} is promised`)]
      : [];
  }
  if (response.content.length === 0) return [found('body', '', 'a body was sent, and none is declared')];
  const type = parseMediaType(String(headers['content-type'] ?? ''))?.essence ?? '';
  const media = bestFit(response.content, type);
  if (media === undefined) return [found('media-type', '', `the media type ${type || '(none)'} is not declared`)];
  if (body === 'unread' || body.kind !== 'bytes' || media.schema === undefined || !isJson(type)) return [];
  const value = body.value === undefined ? parse(body.bytes) : { json: body.value };
  if (value === null) return [found('body', '', 'the body is not JSON')];
  return validatorFor(contract)
    .validate(media.schema, value.json, 'response')
    .map(({ pointer, message }) => found('schema', pointer, message));
}

function parse(bytes: Buffer): { json: unknown } | null {
  try {
    return { json: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch {
    return null;
  }
}

/** The body cannot be unpacked as its `Content-Encoding` says. */
export function brokenBody(encoding: string): ExchangeFinding {
  return found('body', '', `the body is not ${encoding}`);
}

function found(drift: DriftKind, at: string, message: string): ExchangeFinding {
  return { in: 'response', at, message, drift };
}
