import type { Contract, MediaType, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { coerceText } from './coerce-text.ts';
import { isJson, parseMediaType } from './media-type.ts';
import { named } from './serialised.ts';

/**
 * `multipart/form-data` (RFC 7578) as the value that the schema describes: fields with their types, JSON parts parsed,
 * files as text of one character a byte, so that `minLength` and `maxLength` count bytes. Null where it is malformed.
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
    value[name] = isList ? items : items.at(-1);
  }
  return value;
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
    try {
      return JSON.parse(part.text) as unknown;
    } catch {
      return part.text;
    }
  }
  return part.isFile ? part.text : coerceText(contract, schema, part.text);
}
