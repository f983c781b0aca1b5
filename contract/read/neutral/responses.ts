import type { Response, ResponseHeader } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, textOf } from '../json-value.ts';
import { readExamples } from './examples.ts';
import { type LinkTargets, readLinks } from './links.ts';
import { readContent, schemaOf } from './media-types.ts';
import { type Placed, type Reading, resolve } from './reading.ts';

/** `responses` (3.1 §4.8.16), in the order of the description. */
export function readResponses(
  reading: Reading,
  targets: LinkTargets,
  operation: JsonObject,
  pointer: string,
): Response[] {
  const responses = entriesOf(operation.responses).filter(([status]) => !status.startsWith('x-'));
  if (responses.length === 0) {
    reading.warn(
      pointer,
      'this operation declares no response; its answers are shown and checked as unknown. Declare them.',
    );
  }
  return responses.flatMap(([stated, entry]) => {
    const at = `${pointer}/responses/${escapeKey(stated)}`;
    const status = stated === 'default' ? stated : stated.toUpperCase();
    if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) {
      reading.warn(at, `"${stated}" is not a status such as 201, 4XX or default; the response is left out.`);
      return [];
    }
    const found = resolve(reading, entry, at);
    return [found ? readResponse(reading, targets, status, found) : emptyResponse(status)];
  });
}

function readResponse(reading: Reading, targets: LinkTargets, status: string, found: Placed): Response {
  const { value, pointer } = found;
  return {
    status,
    description: textOf(value, 'description') ?? textOf(value, 'summary') ?? '',
    headers: readHeaders(reading, value, pointer),
    content: readContent(reading, value, pointer),
    links: readLinks(reading, targets, found),
  };
}

function emptyResponse(status: string): Response {
  return { status, description: '', headers: [], content: [], links: [] };
}

/** `Content-Type` shall be ignored here (3.1 §4.8.17): `content` tells it. */
function readHeaders(reading: Reading, response: JsonObject, pointer: string): ResponseHeader[] {
  return entriesOf(response.headers).flatMap(([name, entry]) => {
    const found = resolve(reading, entry, `${pointer}/headers/${escapeKey(name)}`);
    if (!found || name.toLowerCase() === 'content-type') return [];
    const content = isObject(found.value.content) ? readContent(reading, found.value, found.pointer)[0] : undefined;
    return [
      {
        name,
        required: found.value.required === true,
        description: textOf(found.value, 'description'),
        schema: (content ? content.schema : schemaOf(found.value, 'schema')) ?? true,
        examples: content?.examples ?? readExamples(reading, found.value, found.pointer),
      },
    ];
  });
}
