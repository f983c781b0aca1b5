import type { Contract, MediaType, Operation } from '../../../contract/model.ts';
import type { ProblemPlace } from '../../platform/problem.ts';
import { bestFit, isJson, type ParsedMediaType, parseMediaType } from './media-type.ts';
import { readForm } from './read-form.ts';
import { readJson } from './read-json.ts';
import { hasTooManyParts, mostParts, readMultipart } from './read-multipart.ts';

export type BodyReading =
  | { readonly kind: 'none' }
  /** The operation takes no body: what was sent is not passed on. */
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'read'; readonly media: MediaType; readonly essence: string; readonly value: unknown }
  | {
      readonly kind: 'refused';
      readonly code: 'body-malformed' | 'body-too-large' | 'media-type-unsupported' | 'request-invalid';
      readonly detail: string;
      readonly errors?: readonly ProblemPlace[];
    };

export interface SentBody {
  readonly bytes: Buffer;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
}

/** Reads a body by its media type: JSON and forms into values, text into a string, everything else as it is. */
export async function readBody(contract: Contract, operation: Operation, sent: SentBody): Promise<BodyReading> {
  const declared = operation.requestBody?.content ?? [];
  if (sent.bytes.length === 0) return absent(operation);
  if (operation.requestBody === undefined) return { kind: 'undeclared' };
  const encoding = sent.contentEncoding?.trim().toLowerCase() ?? 'identity';
  if (encoding !== '' && encoding !== 'identity') {
    return unsupported(`The body is encoded with ${encoding}. Send it without Content-Encoding.`);
  }
  if (sent.contentType === undefined) {
    return unsupported(`The body has no Content-Type. Send ${spoken(declared)}.`);
  }
  const type = parseMediaType(sent.contentType);
  if (type === null) return unsupported(`"${sent.contentType}" is no media type. Send ${spoken(declared)}.`);
  const media = bestFit(declared, type.essence);
  if (media === undefined) return unsupported(`The body is ${type.essence}. Send ${spoken(declared)}.`);
  return readAs(contract, media, type, sent);
}

const mostFields = 10_000;

async function readAs(
  contract: Contract,
  media: MediaType,
  type: ParsedMediaType,
  sent: SentBody,
): Promise<BodyReading> {
  const { essence } = type;
  if (essence === 'multipart/form-data') {
    const boundary = type.parameters.get('boundary');
    if (boundary && hasTooManyParts(sent.bytes, boundary)) {
      return tooLarge(`The multipart body has more than ${mostParts} parts. Send several requests.`);
    }
    const value = await readMultipart(contract, media, sent.bytes, sent.contentType ?? '');
    if (value === null) return malformed('The parts of the multipart body do not end at their boundary.');
    return { kind: 'read', media, essence, value };
  }
  const isText = isJson(essence) || essence.startsWith('text/') || essence === 'application/x-www-form-urlencoded';
  if (!isText) return { kind: 'read', media, essence, value: sent.bytes };
  const charset = type.parameters.get('charset')?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'us-ascii'].includes(charset)) return unsupported(`The body is in ${charset}. Send UTF-8.`);
  const text = decodeUtf8(sent.bytes);
  if (text === null) return malformed('The body is not UTF-8.');
  if (essence === 'application/x-www-form-urlencoded') {
    if (text.split('&', mostFields + 1).length > mostFields) {
      return tooLarge(`The form has more than ${mostFields} fields. Send several requests.`);
    }
    return { kind: 'read', media, essence, value: readForm(contract, media, text) };
  }
  if (!isJson(essence)) return { kind: 'read', media, essence, value: text };
  const reading = readJson(text);
  if (reading.kind === 'malformed') return malformed(`The body is not JSON. ${reading.reason}`);
  if (reading.kind === 'read') return { kind: 'read', media, essence, value: reading.value };
  return {
    kind: 'refused',
    code: 'request-invalid',
    detail: `The body cannot be taken: ${reading.at || 'it'} ${reading.reason}.`,
    errors: [{ in: 'body', at: reading.at, message: reading.reason }],
  };
}

function absent(operation: Operation): BodyReading {
  if (operation.requestBody?.required !== true) return { kind: 'none' };
  const message = `is required: send ${spoken(operation.requestBody.content)}`;
  return {
    kind: 'refused',
    code: 'request-invalid',
    detail: `The body ${message}.`,
    errors: [{ in: 'body', at: '', message }],
  };
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unsupported(detail: string): BodyReading {
  return { kind: 'refused', code: 'media-type-unsupported', detail };
}

function tooLarge(detail: string): BodyReading {
  return { kind: 'refused', code: 'body-too-large', detail };
}

function malformed(detail: string): BodyReading {
  return { kind: 'refused', code: 'body-malformed', detail };
}

function spoken(declared: readonly MediaType[]): string {
  const types = declared.map((media) => media.type);
  return types.length === 0 ? 'none' : types.join(' or ');
}
