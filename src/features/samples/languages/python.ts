import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';
import { escapeText, hex, indent } from '../literals/escape-text';
import { isExactDouble, isExactInteger } from '../literals/exact-number';
import { jsonLiteral, type JsonSyntax } from '../literals/json-literal';
import { headersWithCookies, isContentType } from '../writing/ready-request';
import { sendsJson } from '../writing/sends-json';

const functions = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Python 3 with `requests`. */
export function writePython(request: RequestDescription): string {
  const { method, url, user, content } = request;
  const literal = content.kind === 'text' && sendsJson(request) ? jsonLiteral(content.text, syntax) : null;
  // `json=` names the media type itself.
  const headers = headersWithCookies(request).filter(
    (header) => literal === null || !isContentType(header) || header[1] !== 'application/json',
  );
  const call = functions.has(method) ? [method.toLowerCase()] : ['request', quote(method)];
  const options = [
    ...call.slice(1),
    quote(url),
    ...(user === null ? [] : [`auth=(${quote(user)}, "")`]),
    ...(headers.length === 0 ? [] : [`headers={\n${headers.map(headerLine).join('')}}`]),
    ...(literal === null ? contentOptions(content) : [`json=${literal}`]),
  ];
  const lines = options.map((option) => `${indent(option, '    ')},\n`).join('');
  const isShort = options.length === 1;
  return [
    'import requests',
    '',
    `response = requests.${call[0]}(${isShort ? options.join('') : `\n${lines}`})`,
    '',
    'print(response.status_code, response.text)',
  ].join('\n');
}

const headerLine = ([name, value]: readonly [string, string]) => `    ${quote(name)}: ${quote(value)},\n`;

function contentOptions(content: RequestContent): readonly string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'text':
      // Without it, http.client would encode the text as Latin-1.
      return [`data=${quote(content.text)}${/[^\0-\x7f]/.test(content.text) ? '.encode()' : ''}`];
    case 'file':
      return [`data=open(${quote(content.fileName)}, "rb")`];
    case 'parts':
      return [`files={\n${content.parts.map(partLine).join('')}}`];
  }
}

/** `(None, …)` is a part that is not a file. */
function partLine([name, value, fileName, , type]: RequestPart): string {
  const ending = type === undefined ? '' : `, ${quote(type)}`;
  const file = fileName === undefined ? '' : `open(${quote(fileName)}, "rb")`;
  const part =
    fileName === undefined
      ? `(None, ${quote(value)}${ending})`
      : type === undefined
        ? file
        : `(${quote(fileName)}, ${file}${ending})`;
  return `    ${quote(name)}: ${part},\n`;
}

const named = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal on one line (Python reference §2.4.1). */
function quote(text: string): string {
  const unseen = (code: number) =>
    code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  return `"${escapeText(text, named, unseen)}"`;
}

const syntax: JsonSyntax = {
  string: quote,
  isExact: (text) => isExactInteger(text) || (!/^-?\d+$/.test(text) && isExactDouble(text)),
  words: { true: 'True', false: 'False', null: 'None' },
  list: ['[', ']'],
  object: () => ['{', '}'],
  name: (name) => `${quote(name)}: `,
  step: '    ',
};
