import { looksLikeCurl, readCurl } from './curl/read-curl';
import { problem, type Reading } from './foreign-request';
import { isHar, readHar } from './har/read-har';
import { looksLikeHttpFile, readHttpFile } from './http-file/read-http-file';
import { mostCharacters, mostRequests } from './limits';
import { isOldPostman, isPostman, readPostman } from './postman/read-postman';

const kinds = 'a curl command, a HAR file, a Postman collection (v2.1) or a .http file';

/** Reads a text of any of the formats, by what stands in it. The text may come from anybody: nothing of it is run, and nothing is fetched. */
export function readForeign(text: string): Reading {
  if (text.length > mostCharacters) return tooLarge(text.length);
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return problem('There is nothing to read.', `Paste ${kinds}.`);
  const reading = /^[[{]/.test(trimmed) ? readDocument(trimmed) : readText(trimmed);
  if (reading.kind === 'problem' || reading.requests.length <= mostRequests) return reading;
  return { ...reading, requests: reading.requests.slice(0, mostRequests) };
}

export function tooLarge(characters: number): Extract<Reading, { kind: 'problem' }> {
  const megabytes = (size: number): string => `${Math.round(size / 100_000) / 10} MB`;
  return problem(
    `This is ${megabytes(characters)}, and the portal reads up to ${megabytes(mostCharacters)}.`,
    'Export fewer requests: a network panel saves what its filter shows, without the content of answers.',
  );
}

function readText(text: string): Reading {
  if (looksLikeHttpFile(text) && !/^curl\b/.test(text)) return readHttpFile(text);
  if (looksLikeCurl(text)) return readCurl(text);
  return problem(
    'This is no request that the portal knows how to read.',
    `Paste ${kinds}. In a browser’s network panel: right click, Copy, “Copy as cURL”.`,
  );
}

function readDocument(text: string): Reading {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return problem(
      `This begins as JSON, but is not: ${(error as Error).message}`,
      'Choose the file as it was exported.',
    );
  }
  if (isHar(document)) return readHar(document);
  if (isPostman(document)) return readPostman(document);
  if (isOldPostman(document)) {
    return problem('This is a Postman collection of version 1.', 'Export it again in Postman, as “Collection v2.1”.');
  }
  return problem('This JSON is neither a HAR file nor a Postman collection.', `Paste ${kinds}.`);
}
