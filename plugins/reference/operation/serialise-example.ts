import { formPairs, type FormEncoding } from '../../../contract/form-text.ts';

/**
 * An example as it goes over the wire in its media type: JSON indented by two spaces, a form as pairs, text as it is. A multipart
 * body is written as a JSON object, a member for each part. `undefined` where the value has no text in this media type.
 */
export function serialiseExample(
  value: unknown,
  mediaType: string,
  encoding?: Readonly<Record<string, unknown>>,
): string | undefined {
  if (value === undefined) return undefined;
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (isJson(type) || type.startsWith('multipart/')) return JSON.stringify(value, null, 2);
  if (typeof value === 'string') return value;
  if (type === 'application/x-www-form-urlencoded' && isRecord(value)) return formText(value, encoding);
  // XML cannot be told from a value alone, and bytes have no text.
  return /xml$|^(?:image|audio|video|font)\/|octet-stream|pdf|zip$/.test(type)
    ? undefined
    : JSON.stringify(value, null, 2);
}

function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json') || type === '*/*' || type === 'application/*';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function formText(value: Record<string, unknown>, encoding: Readonly<Record<string, unknown>> = {}): string {
  return Object.entries(value)
    .flatMap(([name, member]) => formPairs(name, member, encodingOf(encoding, name)))
    .join('&');
}

/** As the author wrote it, so nothing is taken for granted. */
function encodingOf(encoding: Readonly<Record<string, unknown>>, name: string): FormEncoding {
  const entry = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
  if (!isRecord(entry)) return {};
  const { style, explode, contentType } = entry;
  return {
    ...(typeof style === 'string' && { style }),
    ...(typeof explode === 'boolean' && { explode }),
    ...(typeof contentType === 'string' && { contentType }),
  };
}
