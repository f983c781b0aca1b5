import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';
import { bracedEscape, escapeText, hex, isReadable } from '../literals/escape-text';
import { isExactDouble, isExactInteger } from '../literals/exact-number';
import { jsonLiteral, type JsonSyntax } from '../literals/json-literal';
import { headersWithCookies } from '../writing/ready-request';
import { sendsJson } from '../writing/sends-json';

const classes: Readonly<Record<string, string>> = {
  ...{ GET: 'Get', HEAD: 'Head', POST: 'Post', PUT: 'Put', PATCH: 'Patch' },
  ...{ DELETE: 'Delete', OPTIONS: 'Options', TRACE: 'Trace' },
};

/** Ruby with its standard library. */
export function writeRuby(request: RequestDescription): string {
  const { method, url, user, content } = request;
  const literal = content.kind === 'text' && sendsJson(request) ? jsonLiteral(content.text, syntax) : null;
  const made = Object.hasOwn(classes, method)
    ? `Net::HTTP::${classes[method]}.new(uri)`
    : `Net::HTTPGenericRequest.new(${quote(method)}, ${content.kind !== 'none'}, true, uri)`;
  return [
    ...(literal === null ? [] : [`require 'json'`]),
    `require 'net/http'`,
    '',
    `uri = URI(${quote(url)})`,
    `request = ${made}`,
    ...(user === null ? [] : [`request.basic_auth(${quote(user)}, '')`]),
    ...headersWithCookies(request).map(([name, value]) => `request[${quote(name)}] = ${quote(value)}`),
    ...(literal === null ? bodyLines(content) : [`request.body = JSON.generate(${literal})`]),
    '',
    `response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == 'https') do |http|`,
    '  http.request(request)',
    'end',
    '',
    'puts response.code, response.body',
  ].join('\n');
}

function bodyLines(content: RequestContent): readonly string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'text':
      return [`request.body = ${quote(content.text)}`];
    case 'file':
      return [`request.body = File.binread(${quote(content.fileName)})`];
    case 'parts':
      return [`request.set_form([\n${content.parts.map(partLine).join('')}], 'multipart/form-data')`];
  }
}

/** Net::HTTP writes a type only of a part with a file's name; a browser names such a text `blob`, too. */
function partLine([name, value, fileName, , type]: RequestPart): string {
  const isText = fileName === undefined;
  const options = type === undefined ? '' : `, { ${isText ? "filename: 'blob', " : ''}content_type: ${quote(type)} }`;
  return `  [${quote(name)}, ${isText ? quote(value) : `File.open(${quote(fileName)}, 'rb')`}${options}],\n`;
}

const named = { '\\': '\\\\', '"': '\\"', '#': '\\#', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** In single quotes nothing but `\` and `'` is special; what one does not see is escaped in double ones. */
function quote(text: string): string {
  if (isReadable(text) && !/[\n\t]/.test(text)) return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
  return `"${escapeText(text, named, (code) => (code < 0x80 ? `\\x${hex(code, 2)}` : bracedEscape(code)))}"`;
}

const syntax: JsonSyntax = {
  string: quote,
  isExact: (text) => isExactInteger(text) || (!/^-?\d+$/.test(text) && isExactDouble(text)),
  words: { true: 'true', false: 'false', null: 'nil' },
  list: ['[', ']'],
  object: () => ['{', '}'],
  name: (name) => (/^[a-z_][A-Za-z0-9_]*$/.test(name) ? `${name}: ` : `${quote(name)} => `),
  step: '  ',
};
