import type { Contract, MediaType, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { coerceText } from './coerce-text.ts';
import { isJson, parseMediaType } from './media-type.ts';
import { readJson } from './read-json.ts';
import { named } from './serialised.ts';

/**
 * `multipart/form-data` (RFC 7578) as the value that the schema describes: fields with their types, JSON parts parsed,
 * files as text of one character a byte, so that `minLength` and `maxLength` count bytes. Null where it is malformed.
 * {@link hasTooManyParts} is asked first whether there are more than somebody can mean.
 */
export async function readMultipart(
  contract: Contract,
  media: MediaType,
  bytes: Buffer,
  contentType: string,
): Promise<Record<string, unknown> | null> {
  const form = await parse(bytes, contentType);
  if (form === null) return null;
  const { properties } = shapeOf(contract, media.schema);
  const value: Record<string, unknown> = named([]);
  for (const name of new Set(form.keys())) {
    const schema = properties.get(name);
    const parts = await Promise.all(form.getAll(name).map(textOf));
    const isList = shapeOf(contract, schema).types.has('array');
    const items = parts.map((part) => partValue(contract, isList ? shapeOf(contract, schema).items : schema, part));
    // Twice, and no list: it is not as the schema says. Programs do not agree on which one counts.
    value[name] = isList || items.length > 1 ? items : items[0];
  }
  return value;
}

export const mostParts = 1000;

/** Whether the body has its boundary more often than {@link mostParts} allow: each part costs more than its bytes. */
export function hasTooManyParts(bytes: Buffer, boundary: string): boolean {
  const mark = Buffer.from(`--${boundary}`);
  let count = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length)) {
    count += 1;
    if (count > mostParts + 1) return true;
  }
  return false;
}

interface Part {
  readonly text: string;
  readonly isFile: boolean;
  readonly type: string;
}

async function parse(bytes: Buffer, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}

async function textOf(part: string | File): Promise<Part> {
  if (typeof part === 'string') return { text: part, isFile: false, type: 'text/plain' };
  const bytes = Buffer.from(await part.arrayBuffer());
  const essence = parseMediaType(part.type)?.essence ?? '';
  return { text: bytes.toString(isJson(essence) ? 'utf8' : 'latin1'), isFile: true, type: essence };
}

function partValue(contract: Contract, schema: Schema | undefined, part: Part): unknown {
  const { types } = shapeOf(contract, schema);
  if (types.has('object') || types.has('array') || isJson(part.type)) {
    // What is no JSON, or dangerous, stays a text: the schema says what it should be.
    const reading = readJson(part.text);
    return reading.kind === 'read' ? reading.value : part.text;
  }
  return part.isFile ? part.text : coerceText(contract, schema, part.text);
}
