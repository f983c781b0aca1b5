import type { RequestBody } from '../../model.ts';
import { type JsonObject, textOf } from '../json-value.ts';
import { readContent } from './media-types.ts';
import { type Reading, resolve } from './reading.ts';

/** `requestBody` (3.1 §4.8.13) of an operation. */
export function readRequestBody(reading: Reading, operation: JsonObject, pointer: string): RequestBody | undefined {
  const found = resolve(reading, operation.requestBody, `${pointer}/requestBody`);
  if (!found) return undefined;
  return {
    required: found.value.required === true,
    description: textOf(found.value, 'description'),
    content: readContent(reading, found.value, found.pointer),
  };
}
