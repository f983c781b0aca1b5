import type { MediaTypeView } from '../../../../contract/reference-page';

const binary = /^(?:(?:image|audio|video|font)\/(?!svg)|application\/(?:octet-stream|zip|gzip|pdf|wasm))/i;
const textual = /^text\/|[/+](?:json|xml|yaml)\b|x-www-form-urlencoded/i;

/** What a file with this body would be called (`body.png`); null where the body is a text. */
export function fileNameOfBody({ type, schema }: MediaTypeView): string | null {
  const isFile = binary.test(type) || (schema?.format === 'binary' && !textual.test(type));
  return isFile ? `body.${/\/(?<ending>[a-z0-9]{1,5})$/i.exec(type)?.groups?.ending ?? 'bin'}` : null;
}

/** What the file of a multipart body's part would be called; null where the part is a text. */
export function fileNameOfPart(name: string, { schema }: MediaTypeView): string | null {
  const part = schema?.properties?.find((property) => property.name === name)?.schema;
  const isFile = part?.format === 'binary' || part?.items?.format === 'binary';
  return isFile ? `${name.replace(/[^A-Za-z0-9_-]+/g, '-') || 'file'}.bin` : null;
}

/** What can be chosen as a file: a part of a multipart body, or, by '', the whole body. */
export interface FileField {
  readonly name: string;
  readonly isList: boolean;
}

/** The files that a body of this media type can have. */
export function fileFields(content: MediaTypeView): readonly FileField[] {
  if (!content.type.toLowerCase().startsWith('multipart/')) {
    return fileNameOfBody(content) === null ? [] : [{ name: '', isList: false }];
  }
  const parts = content.schema?.properties ?? [];
  return parts
    .filter(({ name }) => fileNameOfPart(name, content) !== null)
    .map(({ name, schema }) => ({ name, isList: schema.items !== undefined }));
}
