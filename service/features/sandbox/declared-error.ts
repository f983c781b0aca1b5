import { STATUS_CODES } from 'node:http';
import type { MediaType, Operation, Response } from '../../../contract/model.ts';
import type { RefusalStatus } from '../../../contract/x-sandbox/index.ts';
import type { SandboxAnswer } from './answer.ts';
import { jsonOf } from './answer-media.ts';
import { conform } from './conform.ts';
import { examplesOf, isObject } from './example.ts';
import type { KnownApi } from './known-api.ts';

/**
 * A refusal in the form that the contract declares for the status: its example, with what happened here said in it. Of
 * several examples the one that `wanted` names or is found in.
 */
export function declaredError(
  known: KnownApi,
  operation: Operation,
  status: RefusalStatus,
  detail: string,
  wanted?: string | RegExp,
): SandboxAnswer {
  const response = errorResponse(operation, status);
  if (response === undefined) return { kind: 'undeclared', status, detail };
  const media = jsonOf(response);
  if (media === undefined) return { kind: 'answer', status, headers: {}, body: null };
  const shown = exampleOf(media, wanted) ?? examplesOf(known.contract, media)[0] ?? known.tools.sample(media.schema);
  const value = conform(known.contract, known.tools, media.schema, told(shown, status, detail));
  return { kind: 'answer', status, headers: {}, body: { type: media.type, value } };
}

function exampleOf({ examples }: MediaType, wanted: string | RegExp | undefined): unknown {
  if (wanted === undefined) return undefined;
  if (typeof wanted === 'string') return examples.find(({ name }) => name === wanted)?.value;
  return examples.find(({ value }) => wanted.test(JSON.stringify(value)))?.value;
}

/** OpenAPI 3.1 §4.8.16: the exact status, then its class, then `default`. */
export function errorResponse(operation: Operation, status: number): Response | undefined {
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return wanted
    .map((one) => operation.responses.find((response) => response.status.toUpperCase() === one.toUpperCase()))
    .find((response) => response !== undefined);
}

const sentences = new Set(['detail', 'message', 'error_description', 'errormessage', 'description', 'reason']);

/**
 * The example with what happened said in it: in RFC 9457's members, and in those that APIs with a shape of their own use for
 * the same.
 */
export function told(shown: unknown, status: number, detail: string): unknown {
  if (!isObject(shown)) return shown;
  const result: Record<string, unknown> = { ...shown };
  for (const [name, value] of Object.entries(shown)) {
    if (sentences.has(name.toLowerCase()) && (typeof value === 'string' || value === null)) result[name] = detail;
    if (/^status(?:_?code)?$/i.test(name) && typeof value === 'number') result[name] = status;
    if (/^status(?:_?code)?$/i.test(name) && typeof value === 'string' && /^\d{3}$/.test(value))
      result[name] = String(status);
    if (name === 'title' && shown.status !== status && typeof value === 'string') {
      result[name] = STATUS_CODES[status] ?? value;
    }
    if (name === 'error' && isObject(value)) result[name] = told(value, status, detail);
  }
  return result;
}
