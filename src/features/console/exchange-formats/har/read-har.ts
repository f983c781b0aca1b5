import { formText, FORM_TYPE } from '../form-text';
import {
  headerOf,
  problem,
  type ForeignContent,
  type ForeignPart,
  type ForeignRequest,
  type Pair,
  type Reading,
} from '../foreign-request';
import { fieldOf, listField, objectField, textField } from '../json-fields';
import { boundaryOf, lastSegment, partsOfText } from '../multipart-text';

export function isHar(document: unknown): boolean {
  return Array.isArray(fieldOf(fieldOf(document, 'log'), 'entries'));
}

/** The requests of an HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), with nothing of the answers. */
export function readHar(document: unknown): Reading {
  const entries = listField(fieldOf(document, 'log'), 'entries');
  const requests = entries.flatMap((entry) => requestOf(objectField(entry, 'request')));
  if (requests.length > 0) return { kind: 'requests', format: 'har', requests };
  return problem('The HAR file has no requests.', 'Record some in the browser’s network panel, and save them again.');
}

function requestOf(request: Readonly<Record<string, unknown>>): readonly ForeignRequest[] {
  const url = textField(request, 'url').replace(/#.*$/s, '');
  if (url === '') return [];
  const all = pairsOf(listField(request, 'headers'));
  // HTTP/2 has them as headers: they are method and address once more.
  const headers = all.filter(([name]) => !name.startsWith(':') && name.toLowerCase() !== 'cookie');
  const written = all.filter(([name]) => name.toLowerCase() === 'cookie').flatMap(([, value]) => value.split(/;\s*/));
  const listed = pairsOf(listField(request, 'cookies')).map(([name, value]) => `${name}=${value}`);
  const content = contentOf(objectField(request, 'postData'), headers);
  return [
    {
      ...{ name: null, method: textField(request, 'method').toUpperCase() || 'GET', url, user: null, notes: [] },
      headers: content.headers,
      cookies: written.length > 0 ? written : listed,
      content: content.content,
    },
  ];
}

function contentOf(
  postData: Readonly<Record<string, unknown>>,
  headers: readonly Pair[],
): { readonly content: ForeignContent; readonly headers: readonly Pair[] } {
  const type = headerOf({ headers }, 'content-type') ?? textField(postData, 'mimeType');
  const named: readonly Pair[] =
    type === '' || headers.some(([name]) => name.toLowerCase() === 'content-type')
      ? headers
      : [...headers, ['Content-Type', type]];
  const text = textField(postData, 'text');
  const params = listField(postData, 'params');
  if (/^multipart\//i.test(type)) {
    const boundary = boundaryOf(type);
    const parts = params.length > 0 ? params.map(partOf) : boundary === null ? [] : partsOfText(text, boundary);
    return { content: parts.length > 0 ? { kind: 'parts', parts } : { kind: 'none' }, headers: named };
  }
  if (text === '' && params.length > 0) {
    // The pairs of a form as they went over the wire.
    const form = isEncoded(params)
      ? params.map((pair) => `${textField(pair, 'name')}=${textField(pair, 'value')}`).join('&')
      : formText(pairsOf(params));
    const isNamed = named.some(([name]) => name.toLowerCase() === 'content-type');
    return {
      content: { kind: 'text', text: form },
      headers: isNamed ? named : [...named, ['Content-Type', FORM_TYPE]],
    };
  }
  if (text === '') return { content: { kind: 'none' }, headers };
  // A comment of ours: the bytes are those of a file.
  const fileName = /^file: (.+)$/.exec(textField(postData, 'comment'))?.[1];
  return {
    content: fileName ? { kind: 'file', fileName: lastSegment(fileName) } : { kind: 'text', text },
    headers: named,
  };
}

/** Chrome writes what went over the wire, others what it means: encoded texts hold nothing but what an encoder leaves. */
function isEncoded(params: readonly unknown[]): boolean {
  const texts = pairsOf(params).flat();
  return (
    texts.some((text) => /%[\dA-Fa-f]{2}/.test(text)) && texts.every((text) => /^[\w\-.~*+%!'()@:/?$,;]*$/.test(text))
  );
}

function partOf(param: unknown): ForeignPart {
  const [name, fileName, type] = [
    textField(param, 'name'),
    textField(param, 'fileName'),
    textField(param, 'contentType'),
  ];
  if (fileName !== '') return { name, fileName: lastSegment(fileName) };
  return { name, text: textField(param, 'value'), ...(type !== '' && { type }) };
}

function pairsOf(list: readonly unknown[]): readonly Pair[] {
  return list.map((pair): Pair => [textField(pair, 'name'), textField(pair, 'value')]);
}
