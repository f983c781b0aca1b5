import type { MediaTypeView, OperationPage } from '../../../../../contract/reference-page';
import { isJsonMediaType, kindOfSchema, initialValues } from '../../request';
import { usualPartType } from '../../request/multipart-parts';
import { FORM_TYPE } from '../form-text';
import { headerOf, OPEN_VALUE, type ForeignPart, type ForeignRequest } from '../foreign-request';
import { boundaryOf, partsOfText } from '../multipart-text';
import { rawPairs, formDecode } from './decode';

export interface FilledBody {
  readonly mediaType: number;
  readonly body: string;
  /** Types of parts that are others than the contract says. */
  readonly partTypes: Readonly<Record<string, string>>;
  /** What differs from the text, a sentence each. */
  readonly notes: readonly string[];
  /** Files that are to be chosen again: a page cannot. `part` is '' for the whole body. */
  readonly files: readonly { readonly part: string; readonly fileName: string }[];
}

/** The body as the editor has it: a multipart one as a JSON object with a member for each part that is no file. */
export function fillBody(page: OperationPage, request: ForeignRequest): FilledBody {
  const declared = page.body?.content ?? [];
  const nothing: FilledBody = {
    mediaType: initialValues(page).mediaType,
    body: '',
    partTypes: {},
    notes: [],
    files: [],
  };
  const { content } = request;
  if (content.kind === 'none') return nothing;
  if (declared.length === 0) return { ...nothing, notes: ['This operation takes no body: it is left out.'] };
  const type = essence(headerOf(request, 'content-type') ?? '');
  const mediaType = chosenType(declared, type, content);
  const view = declared[mediaType];
  const isParts = view?.type.toLowerCase().startsWith('multipart/') ?? false;
  const other =
    type !== '' && view && !fits(view.type, type) ? [`The body is ${type} there, and ${view.type} here.`] : [];
  if (content.kind === 'file') {
    const notes = isParts
      ? [`The body is a file there, and this operation takes parts: choose ${content.fileName} for one of them.`]
      : other;
    return { ...nothing, mediaType, notes, files: isParts ? [] : [{ part: '', fileName: content.fileName }] };
  }
  const parts =
    content.kind === 'parts'
      ? content.parts
      : isParts
        ? partsFrom(content.text, headerOf(request, 'content-type') ?? '')
        : null;
  if (parts && isParts) return { ...nothing, mediaType, ...partsBody(parts, view) };
  if (parts) {
    const written = partsBody(parts, undefined);
    return { ...nothing, mediaType, ...written, notes: other };
  }
  const text = content.kind === 'text' ? content.text : '';
  const open = OPEN_VALUE.exec(text)?.[0];
  const isLeftOpen = open !== undefined && !isJsonMediaType(type);
  const notes = [...other, ...(isLeftOpen ? [`The body leaves ${open} open: fill it in.`] : [])];
  return { ...nothing, mediaType, body: text, notes };
}

function partsFrom(text: string, contentType: string): readonly ForeignPart[] | null {
  const boundary = boundaryOf(contentType);
  if (boundary !== null) return partsOfText(text, boundary);
  if (essence(contentType) !== FORM_TYPE) return null;
  return rawPairs(text).map(({ name, value }) => ({ name: formDecode(name), text: formDecode(value) }));
}

function partsBody(
  parts: readonly ForeignPart[],
  view: MediaTypeView | undefined,
): Pick<FilledBody, 'body' | 'files' | 'partTypes'> {
  const files = parts.flatMap((part) => ('fileName' in part ? [{ part: part.name, fileName: part.fileName }] : []));
  const texts = new Map<string, string[]>();
  const types = new Map<string, string>();
  for (const part of parts) {
    if ('fileName' in part) continue;
    texts.set(part.name, [...(texts.get(part.name) ?? []), part.text]);
    const usual = view ? usualPartType(part.name, view) : 'text/plain';
    if (part.type !== undefined && part.type !== 'text/plain' && part.type !== usual) types.set(part.name, part.type);
  }
  const members = Array.from(texts, ([name, list]) => {
    const items = list.map((text) => partText(name, text, view));
    // Several parts of one name are a list.
    return `  ${JSON.stringify(name)}: ${items.length === 1 ? (items[0] ?? '') : `[${items.join(', ')}]`}`;
  });
  const body = members.length === 0 ? '' : `{\n${members.join(',\n')}\n}`;
  return { body, files, partTypes: Object.fromEntries(types) };
}

/** A number, boolean, list or object as such where the contract says so, and it is written the same again. */
function partText(name: string, text: string, view: MediaTypeView | undefined): string {
  const schema = view?.schema?.properties?.find((property) => property.name === name)?.schema;
  const kind = schema ? kindOfSchema(schema).kind : 'text';
  try {
    const value: unknown = JSON.parse(text);
    if (['number', 'boolean', 'json'].includes(kind) && typeof value !== 'string' && JSON.stringify(value) === text)
      return text;
  } catch {
    // It is a text.
  }
  return JSON.stringify(text);
}

/** The declared media type that is meant: the same, one of its range, or what the content looks like. */
function chosenType(declared: readonly MediaTypeView[], type: string, content: ForeignRequest['content']): number {
  const find = (isIt: (type: string) => boolean): number => declared.findIndex((one) => isIt(one.type));
  const isJson = content.kind === 'text' && isDocument(content.text);
  const candidates = [
    type === '' ? -1 : find((one) => essence(one) === type),
    type === '' ? -1 : find((one) => fits(one, type)),
    content.kind === 'parts' ? find((one) => /^multipart\//i.test(one)) : -1,
    // curl says that everything is a form, unless it is told otherwise.
    isJson && (type === '' || type === FORM_TYPE || isJsonMediaType(type)) ? find(isJsonMediaType) : -1,
    content.kind === 'text' && type === '' ? find((one) => essence(one) === FORM_TYPE) : -1,
    isJson ? -1 : find((one) => content.kind === 'text' && !isJsonMediaType(one) && !/^multipart\//i.test(one)),
  ];
  return Math.max(0, candidates.find((index) => index >= 0) ?? 0);
}

function essence(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether a type is the declared one, or within its range (`image/*`). */
function fits(declared: string, type: string): boolean {
  const range = essence(declared);
  if (range === type || range === '*/*') return true;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1));
}

function isDocument(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
