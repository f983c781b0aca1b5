import type { ExternalDocs } from '../../model.ts';
import { type JsonObject, textOf } from '../json-value.ts';

/** `externalDocs` (3.1 §4.8.11) of an operation or a tag. */
export function readExternalDocs(holder: JsonObject): ExternalDocs | undefined {
  const url = textOf(holder.externalDocs, 'url');
  return url === undefined ? undefined : { url, description: textOf(holder.externalDocs, 'description') };
}
