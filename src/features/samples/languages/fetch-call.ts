import type { RequestDescription, RequestPart } from '../../console/request';
import { escapeText, indent, isReadable, utf16Escape } from '../literals/escape-text';
import { isExactDouble } from '../literals/exact-number';
import { jsonLiteral, type JsonSyntax } from '../literals/json-literal';
import { sendsJson } from '../writing/sends-json';

/** What a browser and Node do differently. */
export interface FetchPlace {
  readonly headers: RequestDescription['headers'];
  /** Sentences about what cannot be sent from here. */
  readonly limits: readonly string[];
  readonly imports: (hasFiles: boolean) => readonly string[];
  readonly base64: (text: string) => string;
  readonly file: (fileName: string, type?: string) => string;
}

/** `fetch` (WHATWG Fetch standard) with all that the request has. */
export function writeFetch(request: RequestDescription, place: FetchPlace): string {
  const { url, method, user } = request;
  const content = method === 'GET' ? { kind: 'none' as const } : request.content;
  const hasFiles =
    content.kind === 'file' || (content.kind === 'parts' && content.parts.some(([, , file]) => file !== undefined));
  const headers = place.headers.map(([name, value]) => `${propertyName(name)}: ${quote(value)},\n`);
  if (user !== null) headers.push(`Authorization: 'Basic ' + ${place.base64(quote(`${user}:`))},\n`);
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quote(method)},\n`]),
    ...(headers.length > 0 ? [`headers: {\n${indent(headers.join(''), '  ')}},\n`] : []),
    ...bodyOption(request, content, place),
  ];
  const form = content.kind === 'parts' ? formLines(content.parts, place) : '';
  const start = [...place.imports(hasFiles), ...place.limits.map((limit) => `// ${limit}`)];
  return [
    ...(start.length > 0 ? [...start, ''] : []),
    ...(form === '' ? [] : [form, '']),
    `const response = await fetch(${quote(url)}${options.length > 0 ? `, {\n${indentOptions(options)}}` : ''});`,
    '',
    'console.log(response.status, await response.text());',
  ].join('\n');
}

/** A literal of several lines is raw: its lines stay where they are. */
function indentOptions(options: readonly string[]): string {
  return options.map((option) => (option.startsWith('body: `') ? `  ${option}` : indent(option, '  '))).join('');
}

function bodyOption(request: RequestDescription, content: RequestDescription['content'], place: FetchPlace): string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'parts':
      return ['body: form,\n'];
    case 'file':
      return [`body: ${place.file(content.fileName)},\n`];
    case 'text': {
      const literal = sendsJson(request) ? jsonLiteral(content.text, syntax) : null;
      return [`body: ${literal === null ? quoteLines(content.text) : `JSON.stringify(${literal})`},\n`];
    }
  }
}

function formLines(parts: readonly RequestPart[], place: FetchPlace): string {
  return [
    'const form = new FormData();',
    ...parts.map(([name, value, fileName, , type]) => {
      if (fileName !== undefined)
        return `form.append(${quote(name)}, ${place.file(fileName, type)}, ${quote(fileName)});`;
      const text = type === undefined ? quote(value) : `new Blob([${quote(value)}], { type: ${quote(type)} })`;
      return `form.append(${quote(name)}, ${text});`;
    }),
  ].join('\n');
}

const named = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal on one line (ECMA-262 §12.9.4). */
export function quote(text: string): string {
  return `'${escapeText(text, named, utf16Escape)}'`;
}

function quoteLines(text: string): string {
  if (!text.includes('\n') || !isReadable(text)) return quote(text);
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, String.raw`\$&`)}\``;
}

function propertyName(name: string): string {
  // Written plainly, `__proto__` would name the object's prototype.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

const syntax: JsonSyntax = {
  string: quote,
  isExact: isExactDouble,
  words: { true: 'true', false: 'false', null: 'null' },
  list: ['[', ']'],
  object: () => ['{', '}'],
  name: (name) => `${propertyName(name)}: `,
  step: '  ',
};
