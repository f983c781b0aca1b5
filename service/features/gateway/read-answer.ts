import type { Answer } from './answer-of.ts';
import { isKnownEncoding, mostCompressed } from './inflate.ts';
import { isJson, parseMediaType } from './media-type.ts';

/** What is compared with the contract is at most so long. */
export const mostCompared = 1024 * 1024;

/** Of an error that is text, so much is kept for the excerpt. */
const mostOfErrors = 16 * 1024;

export function isJsonAnswer(headers: Answer['headers']): boolean {
  return isJson(essenceOf(headers));
}

/** How much of an answer is kept for a look afterwards while it goes by: all, up to this many bytes. */
export function keptBytes({ status, headers }: Answer): number {
  const encoding = headers['content-encoding']?.toString();
  if (isJsonAnswer(headers) && isKnownEncoding(encoding)) return encoding === undefined ? mostCompared : mostCompressed;
  const isErrorText =
    status >= 400 && encoding === undefined && /^text\/(?!event-stream)|xml$/.test(essenceOf(headers));
  return isErrorText ? mostOfErrors : 0;
}

function essenceOf(headers: Answer['headers']): string {
  return parseMediaType(String(headers['content-type'] ?? ''))?.essence ?? '';
}
