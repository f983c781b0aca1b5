/**
 * An example as it goes over the wire in its media type: JSON indented by two spaces, a form as pairs, text as it is. A multipart
 * body is written as a JSON object, a member for each part. `undefined` where the value has no text in this media type.
 */
export function serialiseExample(value: unknown, mediaType: string): string | undefined {
  if (value === undefined) return undefined;
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (isJson(type) || type.startsWith('multipart/')) return JSON.stringify(value, null, 2);
  if (typeof value === 'string') return value;
  if (type === 'application/x-www-form-urlencoded' && isRecord(value)) return formText(value);
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

/** OpenAPI 3.1 §4.8.14.4: an array is repeated, an object is one JSON text. */
function formText(value: Record<string, unknown>): string {
  const pairs = new URLSearchParams();
  for (const [name, one] of Object.entries(value)) {
    for (const item of Array.isArray(one) ? (one as unknown[]) : [one]) {
      pairs.append(name, typeof item === 'string' ? item : JSON.stringify(item));
    }
  }
  return pairs.toString();
}
