import { fillVariables } from '../fill-variables';
import { problem, type ForeignContent, type ForeignRequest, type Pair, type Reading } from '../foreign-request';
import { mostRequests } from '../limits';
import { boundaryOf, lastSegment, partsOfText } from '../multipart-text';

const METHOD = /^([A-Z][A-Z-]{1,15})\s+((?:https?:\/\/|\{\{|\/|[\w-]+[.:/]).*)$/i;
const ADDRESS = /^(?:https?:\/\/|\{\{|\/)\S*$/i;

/** Whether a text is meant as a `.http` file: a line that is a request, with nothing but comments and variables before it. */
export function looksLikeHttpFile(text: string): boolean {
  const first = text
    .slice(0, 100_000)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^(?:#|\/\/|@[\w.-]+\s*=)/.test(line));
  return first !== undefined && (METHOD.test(first) || ADDRESS.test(first) || first.startsWith('<'));
}

/**
 * The requests of a `.http` file (https://github.com/JetBrains/http-request-in-editor-spec, and VS Code's REST Client), with the variables
 * that it sets. Its scripts (`> {% … %}`) are not run, files that it names (`< ./body.json`) are not read.
 */
export function readHttpFile(given: string): Reading {
  const text = given.replace(/\r\n?/g, '\n');
  const variables = new Map(
    Array.from(
      text.matchAll(/^@([\w.-]+)[ \t]*=[ \t]*(.*)$/gm),
      ([, name = '', value = '']) => [name, value.trim()] as const,
    ),
  );
  const requests: ForeignRequest[] = [];
  for (const block of text.split(/^(?=###)/m)) {
    if (requests.length >= mostRequests) break;
    const request = requestOf(block, variables);
    if (request) requests.push(request);
  }
  if (requests.length > 0) return { kind: 'requests', format: 'http', requests };
  return problem('There is no request in this text.', 'A request begins with a line such as GET https://….');
}

function requestOf(block: string, variables: ReadonlyMap<string, string>): ForeignRequest | null {
  const lines = block.split('\n');
  const notes: string[] = [];
  let name = /^###[ \t]*(.*)$/.exec(lines[0] ?? '')?.[1]?.trim() ?? '';
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    name = name || (/^(?:#|\/\/)\s*@name[\s=]+(\S.*)$/.exec(line)?.[1] ?? '');
    if (line.startsWith('<')) {
      // A script before the request, to its end.
      notes.push('Its scripts are not run, and not taken over.');
      while (at < lines.length && !(lines[at] ?? '').includes('%}')) at += 1;
    } else if (line !== '' && !/^(?:#|\/\/|@)/.test(line)) break;
  }
  const fill = (text: string): string => fillVariables(text, variables);
  const [, method, rest] = METHOD.exec((lines[at] ?? '').trim()) ?? [];
  let url = rest ?? (lines[at] ?? '').trim();
  if (method === undefined && !ADDRESS.test(url)) return null;
  for (at += 1; /^\s+\S/.test(lines[at] ?? '') && !/^\s*[\w-]+:\s/.test(lines[at] ?? ''); at += 1)
    url += (lines[at] ?? '').trim();
  url = url.replace(/\s+HTTP\/[\d.]+$/i, '').replace(/#.*$/, '');
  const headers: Pair[] = [];
  for (; at < lines.length && (lines[at] ?? '').trim() !== ''; at += 1) {
    const [, key, value] = /^\s*([^:\s#/][^:]*?)\s*:\s*(.*?)\s*$/.exec(lines[at] ?? '') ?? [];
    if (key !== undefined) headers.push([fill(key), fill(value ?? '')]);
  }
  const body = bodyLines(lines.slice(at + 1), notes);
  return finished({
    name: name || null,
    method: method?.toUpperCase() ?? 'GET',
    url: fill(url),
    headers,
    body: fill(body),
    notes,
  });
}

interface Draft {
  readonly name: string | null;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly body: string;
  readonly notes: readonly string[];
}

function finished({ name, method, url, headers, body, notes }: Draft): ForeignRequest {
  const cookies = headers.filter(([key]) => key.toLowerCase() === 'cookie').flatMap(([, value]) => value.split(/;\s*/));
  const authorization = headers.find(([key]) => key.toLowerCase() === 'authorization')?.[1] ?? '';
  // Both clients take user and password as they are, and encode them.
  const user = /^Basic\s+(\S+)(?::|\s+)(\S*)$/i.exec(authorization);
  return {
    ...{ name, method, url, cookies, notes },
    headers: headers.filter(([key]) => !['cookie', ...(user ? ['authorization'] : [])].includes(key.toLowerCase())),
    user: user ? `${user[1] ?? ''}:${user[2] ?? ''}` : null,
    content: contentOf(body, headers.find(([key]) => key.toLowerCase() === 'content-type')?.[1] ?? ''),
  };
}

function contentOf(body: string, type: string): ForeignContent {
  if (body === '') return { kind: 'none' };
  const boundary = /^multipart\//i.test(type) ? boundaryOf(type) : null;
  if (boundary !== null) return { kind: 'parts', parts: partsOfText(body, boundary) };
  const file = /^<(?:@[\w-]*)?[ \t]+(\S.*)$/.exec(body)?.[1];
  if (file !== undefined) return { kind: 'file', fileName: lastSegment(file) };
  // The pairs of a form may stand on lines of their own.
  const text = /x-www-form-urlencoded/i.test(type) ? body.replace(/\n\s*(?=&)/g, '').replace(/&\s*\n\s*/g, '&') : body;
  // Two braces are no variable where one of them is escaped, as our own files have it.
  return { kind: 'text', text: /json/i.test(type) ? text.replaceAll('{\\u007b', '{{') : text };
}

/** The body's lines without what follows it: scripts for the answer, and files that the answer goes to. */
function bodyLines(lines: readonly string[], notes: string[]): string {
  const end = lines.findIndex((line) => /^(?:>>?!?\s|>\s*\{%|<>\s)/.test(line));
  if (end >= 0 && lines.slice(end).some((line) => line.includes('{%')))
    notes.push('Its scripts are not run, and not taken over.');
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').replace(/^\n+|\s+$/g, '');
}
