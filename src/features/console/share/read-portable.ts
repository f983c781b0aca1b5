import { isRecord } from '../../../portal-client';
import { withoutSecrets } from './left-out-secret';
import { mostCharacters, type PortableRequest } from './portable-request';

const mostParameters = 500;

/**
 * A portable request out of what somebody else wrote, a link, a file, an older version of this page: null where it is none. Secrets that
 * it should not hold are taken out here, too.
 */
export function readPortable(document: unknown): PortableRequest | null {
  if (!isRecord(document) || !isRecord(document.parameters)) return null;
  const { operation, mediaType, body, environment, leftOut } = document;
  const entries = Object.entries(document.parameters);
  if (typeof operation !== 'string' || operation.length > 500 || entries.length > mostParameters) return null;
  if (!isOptionalText(mediaType) || !isOptionalText(body) || !isOptionalText(environment)) return null;
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return null;
  const length = entries.reduce((sum, [key, text]) => sum + key.length + text.length, body?.length ?? 0);
  if (length > mostCharacters) return null;
  const counts = isRecord(leftOut) ? leftOut : {};
  return {
    operation,
    parameters: Object.fromEntries(entries.map(([key, text]) => [key, withoutSecrets(text).text])),
    ...(mediaType !== undefined && { mediaType }),
    ...(body !== undefined && { body: withoutSecrets(body).text }),
    ...(environment !== undefined && { environment }),
    leftOut: { files: countOf(counts.files), secrets: countOf(counts.secrets) },
  };
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1000 ? value : 0;
}
