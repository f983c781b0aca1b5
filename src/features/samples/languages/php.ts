import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';
import { bracedEscape, escapeText, hex, indent, isReadable } from '../literals/escape-text';
import { isExactDouble, isExactInt64 } from '../literals/exact-number';
import { jsonLiteral, type JsonSyntax } from '../literals/json-literal';
import { sendsJson } from '../writing/sends-json';

/** PHP 8 with its curl extension. */
export function writePhp(request: RequestDescription): string {
  const { method, url, user, cookies, content } = request;
  // As in curl, `Name;` is a header without a value.
  const headers = request.headers.map(([name, value]) => quote(value === '' ? `${name};` : `${name}: ${value}`));
  const options = [
    'CURLOPT_RETURNTRANSFER => true',
    ...methodOption(method, content),
    ...(user === null ? [] : [`CURLOPT_USERPWD => ${quote(`${user}:`)}`]),
    ...(cookies.length > 0 ? [`CURLOPT_COOKIE => ${quote(cookies.join('; '))}`] : []),
    ...(headers.length > 0
      ? [`CURLOPT_HTTPHEADER => [\n${headers.map((header) => `    ${header},\n`).join('')}]`]
      : []),
    ...fieldsOption(request),
  ];
  return `<?php

$curl = curl_init(${quote(url)});
curl_setopt_array($curl, [
${options.map((option) => `${indent(option, '    ')},\n`).join('')}]);
$answer = curl_exec($curl);
if ($answer === false) {
    exit(curl_error($curl));
}

echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $answer, "\\n";`;
}

function methodOption(method: string, content: RequestContent): readonly string[] {
  if (method === 'HEAD') return ['CURLOPT_NOBODY => true'];
  const implied = content.kind === 'none' ? 'GET' : 'POST';
  return method === implied ? [] : [`CURLOPT_CUSTOMREQUEST => ${quote(method)}`];
}

function fieldsOption(request: RequestDescription): readonly string[] {
  const { content } = request;
  switch (content.kind) {
    case 'none':
      return [];
    case 'text': {
      const literal = sendsJson(request) ? jsonLiteral(content.text, syntax) : null;
      return [`CURLOPT_POSTFIELDS => ${literal === null ? quote(content.text) : `json_encode(${literal})`}`];
    }
    case 'file':
      return [`CURLOPT_POSTFIELDS => file_get_contents(${quote(content.fileName)})`];
    case 'parts':
      return [`CURLOPT_POSTFIELDS => [\n${content.parts.map(partLine).join('')}]`];
  }
}

/** A text with a type of its own goes as a file does, as it goes from a browser. */
function partLine([name, value, fileName, , type]: RequestPart): string {
  const ending = type === undefined ? '' : `, ${quote(type)}`;
  const text = type === undefined ? quote(value) : `new CURLStringFile(${quote(value)}, 'blob'${ending})`;
  return `    ${quote(name)} => ${fileName === undefined ? text : `new CURLFile(${quote(fileName)}${ending})`},\n`;
}

const named = { '\\': '\\\\', '"': '\\"', $: '\\$', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** In single quotes nothing but `\` and `'` is special; what one does not see is escaped in double ones. */
function quote(text: string): string {
  if (isReadable(text) && !/[\n\t]/.test(text)) return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
  return `"${escapeText(text, named, (code) => (code < 0x80 ? `\\x${hex(code, 2)}` : bracedEscape(code)))}"`;
}

const syntax: JsonSyntax = {
  string: quote,
  isExact: (text) => isExactInt64(text) || (!/^-?\d+$/.test(text) && isExactDouble(text)),
  words: { true: 'true', false: 'false', null: 'null' },
  list: ['[', ']'],
  // PHP makes numbers of such keys, and json_encode a list of them; an array without keys is a list, too.
  object: (names) =>
    names.every((name) => !/^(0|-?[1-9]\d*)$/.test(name)) && names.length > 0 ? ['[', ']'] : ['(object) [', ']'],
  name: (name) => `${quote(name)} => `,
  step: '    ',
};
