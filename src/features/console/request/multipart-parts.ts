import type { MediaTypeView, PartView, SchemaView } from '../../../../contract/reference-page';
import { fileNameOfPart } from './file-names';
import type { FormValues } from './form-values';
import type { RequestPart } from './request-description';

type Chosen = Pick<FormValues, 'files' | 'partTypes'>;

/**
 * The parts of a multipart body from its members and the chosen files, in the order of the document (RFC 7578, OpenAPI 3.1 §4.8.15): a list
 * of single values is a part each, an object one part of JSON; a part has a type where somebody chose one or the contract says it.
 */
export function partsOfDocument(
  document: Readonly<Record<string, unknown>>,
  media: MediaTypeView,
  { files = {}, partTypes = {} }: Chosen,
): readonly RequestPart[] {
  const chosen = Object.entries(files).filter(([, list]) => list.length > 0);
  const names = new Set([...Object.keys(document), ...chosen.map(([name]) => name)]);
  return [...names].flatMap((name): RequestPart[] => {
    const list = files[name] ?? [];
    const type = partTypes[name] ?? '';
    const told = type || toldType(media, name);
    if (list.length > 0) return list.map((file) => partOfFile(name, file, type || (file.type ? undefined : told)));
    const value = document[name];
    const fileName = fileNameOfPart(name, media);
    const texts = textsOf(
      value,
      media.parts?.find((part) => part.name === name),
      told,
    );
    return texts.map((text): RequestPart => {
      const own = told ?? (typeof value === 'object' && value !== null ? typeOfObject(value) : undefined);
      if (fileName === null) return partOf(name, text, own);
      return type ? [name, text, fileName, undefined, type] : [name, text, fileName];
    });
  });
}

/** What a part's type is where nobody chose one, for its field: the contract's, else by what it holds. */
export function usualPartType(name: string, media: MediaTypeView): string {
  const schema = media.schema?.properties?.find((property) => property.name === name)?.schema;
  if (fileNameOfPart(name, media) !== null) return toldType(media, name) ?? 'the file’s own';
  return toldType(media, name) ?? (schema && isObjectLike(schema) ? 'application/json' : 'text/plain');
}

/** The types that the contract allows for a part; a range such as `image/*` is none that could be sent. */
export function declaredPartTypes({ parts = [] }: MediaTypeView, name: string): readonly string[] {
  const declared = parts.find((part) => part.name === name)?.contentType ?? '';
  return declared
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '' && !type.includes('*'));
}

function toldType(media: MediaTypeView, name: string): string | undefined {
  return declaredPartTypes(media, name)[0];
}

function partOfFile(name: string, file: File, type: string | undefined): RequestPart {
  return type === undefined ? [name, '', file.name, file] : [name, '', file.name, file, type];
}

function partOf(name: string, text: string, type: string | undefined): RequestPart {
  return type === undefined || type === '' ? [name, text] : [name, text, undefined, undefined, type];
}

/** A style, where the contract says one, is how forms write lists; else items are parts of their own. */
function textsOf(value: unknown, part: PartView | undefined, type: string | undefined): readonly string[] {
  const isJson = type !== undefined && /\bjson\b/i.test(type);
  if (!Array.isArray(value) || isJson) return [textOf(value)];
  if (value.some((item) => typeof item === 'object' && item !== null)) return value.map(textOf);
  const separator = { form: ',', spaceDelimited: ' ', pipeDelimited: '|' }[part?.style ?? 'form'] ?? ',';
  return part?.explode === false ? [value.map(textOf).join(separator)] : value.map(textOf);
}

function typeOfObject(value: object): string | undefined {
  if (!Array.isArray(value)) return 'application/json';
  return value.some((item) => typeof item === 'object' && item !== null) ? 'application/json' : undefined;
}

function isObjectLike({ type, properties, items }: SchemaView): boolean {
  if (items) return isObjectLike(items);
  return properties !== undefined || /^object\b/.test(type);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
