import type { ArrayExpression } from 'acorn';
import { PortalError } from '../../contract/read/index.ts';
import { type ConfigSource, parseConfig } from '../../contract/read/portal/index.ts';

export interface NewApi {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The description's path, relative to the configuration. */
  readonly description: string;
}

/**
 * The text of a configuration with one more API, or one more version (as the newest) of an API that it has. All else
 * stays to the letter. Throws a `PortalError` with what to write by hand where the lists are computed.
 */
export function withApi({ file, text }: { file: string; text: string }, api: NewApi): string {
  const source = parseConfig(file, text);
  const apis = listAt(source, ['apis'], api);
  const known = apis.elements.findIndex((_, index) => valueAt(source, ['apis', index, 'id']) === api.id);
  const version = `{ id: ${quote(api.version)}, description: ${quote(api.description)} }`;
  if (known >= 0) {
    const versions = listAt(source, ['apis', known, 'versions'], api);
    const first = versions.elements[0];
    if (!first) return splice(text, versions.start + 1, version);
    const onOneLine = !text.slice(versions.start, first.start).includes('\n');
    return splice(text, first.start, `${version},${onOneLine ? ' ' : `\n${indentAt(text, first.start)}`}`);
  }
  const entry = (indent: string) =>
    `{\n${indent}  id: ${quote(api.id)},\n${indent}  title: ${quote(api.title)},\n${indent}  versions: [${version}],\n${indent}},`;
  return append(text, apis, entry);
}

function append(text: string, list: ArrayExpression, entry: (indent: string) => string): string {
  const last = list.elements.at(-1);
  if (!last) {
    const outer = indentAt(text, list.start);
    return `${text.slice(0, list.start)}[\n${outer}  ${entry(`${outer}  `)}\n${outer}]${text.slice(list.end)}`;
  }
  const indent = indentAt(text, last.start);
  const rest = text.slice(last.end, list.end - 1);
  const comma = /^\s*,/.exec(rest)?.[0].length ?? 0;
  // A comment behind the last entry, on its line, stays with it.
  const trailing = /^[^\S\n]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/)?/.exec(rest.slice(comma))?.[0].length ?? 0;
  const after = last.end + comma + trailing;
  const separated = comma > 0 ? text.slice(0, after) : `${text.slice(0, last.end)},${text.slice(last.end, after)}`;
  const tail = text.slice(after);
  const closing = tail.startsWith('\n') || tail.startsWith('\r\n') ? '' : `\n${indentAt(text, list.start)}`;
  return `${separated}\n${indent}${entry(indent)}${closing}${closing ? tail.trimStart() : tail}`;
}

function listAt(source: ConfigSource, path: (string | number)[], api: NewApi): ArrayExpression {
  const node = source.find(path);
  if (node?.type === 'ArrayExpression') return node;
  throw new PortalError(
    `"${path.join('.')}" is not written out as a list, so it cannot be added to. Write it there by hand: { id: ${quote(api.id)}, versions: [{ id: ${quote(api.version)}, description: ${quote(api.description)} }] }`,
    { file: source.file, ...source.locate(path) },
  );
}

function valueAt(source: ConfigSource, path: (string | number)[]): unknown {
  const node = source.find(path);
  return node?.type === 'Literal' ? node.value : undefined;
}

const splice = (text: string, at: number, added: string) => text.slice(0, at) + added + text.slice(at);

/** The white space that the line of an offset begins with. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** A string literal, in single quotes unless the text has some. */
function quote(value: string): string {
  const literal = JSON.stringify(value);
  return value.includes("'") || literal.includes('\\') ? literal : `'${value}'`;
}
