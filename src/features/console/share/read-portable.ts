import { isRecord } from '../../../portal-client';
import { withoutSecrets } from './left-out-secret';
import { mostCharacters, type PortableRequest } from './portable-request';

const mostParameters = 500;

/**
 * A portable request out of what somebody else wrote, a link, a file, an older version of this page: null where it is none. Secrets that
 * it should not hold are taken out here, too.
 */
export function readPortable(document: unknown): PortableRequest | null {
  if (!isRecord(document)) return null;
  const { operation, mediaType, body, environment, leftOut } = document;
  const parameters = textsOf(document.parameters);
  const partTypes = document.partTypes === undefined ? {} : textsOf(document.partTypes);
  if (!parameters || !partTypes) return null;
  const entries = Object.entries(parameters);
  if (typeof operation !== 'string' || operation.length > 500) return null;
  if (!isOptionalText(mediaType) || !isOptionalText(body)) return null;
  const length = [...entries, ...Object.entries(partTypes)].reduce(
    (sum, [key, text]) => sum + key.length + text.length,
    body?.length ?? 0,
  );
  if (length > mostCharacters) return null;
  const counts = isRecord(leftOut) ? leftOut : {};
  return {
    operation,
    parameters: Object.fromEntries(entries.map(([key, text]) => [key, withoutSecrets(text).text])),
    ...(mediaType !== undefined && { mediaType }),
    ...(body !== undefined && { body: withoutSecrets(body).text }),
    ...(Object.keys(partTypes).length > 0 && { partTypes }),
    ...((environment === 'sandbox' || environment === 'live') && { environment }),
    leftOut: { files: countOf(counts.files), secrets: countOf(counts.secrets) },
  };
}

/** Null where it is no object of texts, or one of too many. */
function textsOf(value: unknown): Readonly<Record<string, string>> | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  const isText = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isText && entries.length <= mostParameters ? Object.fromEntries(entries) : null;
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1000 ? value : 0;
}
