import { percentEncode } from '../../request/percent-encode';
import {
  problem,
  type ForeignContent,
  type ForeignPart,
  type ForeignRequest,
  type Pair,
  type Reading,
} from '../foreign-request';
import { lastSegment } from '../multipart-text';
import type { CurlArgument } from './curl-arguments';

type Problem = Extract<Reading, { kind: 'problem' }>;

/** What the options said so far. */
interface Draft {
  method: string | null;
  url: string | null;
  readonly headers: Pair[];
  readonly cookies: string[];
  user: string | null;
  readonly data: string[];
  file: string | null;
  readonly parts: ForeignPart[];
  isJson: boolean;
  isGet: boolean;
  isHead: boolean;
  isUpload: boolean;
  readonly notes: string[];
}

/**
 * The request of one command. `input` is what a pipe brings, where that is known. Files are not read: a page cannot, and should not.
 */
export function curlRequest(args: readonly CurlArgument[], input: string | null): ForeignRequest | Problem {
  const draft: Draft = {
    ...{ method: null, url: null, headers: [], cookies: [], user: null, data: [], file: null, parts: [] },
    ...{ isJson: false, isGet: false, isHead: false, isUpload: false, notes: [] },
  };
  for (const argument of args) {
    const hindrance = apply(draft, argument, input);
    if (hindrance) return hindrance;
  }
  if (draft.url === null) {
    return problem('The command has no address.', 'Copy the whole command, with its https://… .');
  }
  return finished(draft, draft.url);
}

function apply(draft: Draft, { option, name, value }: CurlArgument, input: string | null): Problem | null {
  switch (option) {
    case 'request':
      draft.method = value.toUpperCase();
      return null;
    case 'url':
      if (draft.url !== null) {
        draft.notes.push('The command has a second address: only the first is read.');
        return null;
      }
      draft.url = value;
      return null;
    case 'header':
      return applyHeader(draft, value);
    case 'data':
      return value.startsWith('@') ? applyFile(draft, value.slice(1), input, name) : keep(draft.data, value);
    case 'data-raw':
      return keep(draft.data, value);
    case 'data-urlencode':
      return applyEncoded(draft, value);
    case 'json':
      draft.isJson = true;
      if (value.startsWith('@')) return applyFile(draft, value.slice(1), input, name);
      draft.data.push((draft.data.pop() ?? '') + value);
      return null;
    case 'form':
      return applyPart(draft, value);
    case 'form-string': {
      const [part, text] = atFirst(value, '=');
      return keep(draft.parts, { name: part, text });
    }
    case 'upload-file':
      draft.isUpload = true;
      draft.file = lastSegment(value);
      return null;
    case 'user':
      draft.user = value;
      return null;
    case 'bearer':
      return keep(draft.headers, ['Authorization', `Bearer ${value}`]);
    case 'cookie':
      if (!value.includes('=')) draft.notes.push(`The cookies of the file ${lastSegment(value)} are not read.`);
      else draft.cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''));
      return null;
    case 'get':
      draft.isGet = true;
      return null;
    case 'head':
      draft.isHead = true;
      return null;
    case 'unreadable':
      return problem(
        `“${name} ${value}” takes a part of the request from elsewhere, and a page cannot read that.`,
        'Write what it stands for into the command.',
      );
    case 'next':
    case 'ignored':
    case 'ignored-value':
    case 'user-agent':
    case 'referer':
      return null;
  }
}

/** `Name;` is a header without a value, `Name:` one that curl leaves out. */
function applyHeader(draft: Draft, value: string): Problem | null {
  if (value.startsWith('@')) {
    return problem(
      `The headers of the file ${lastSegment(value.slice(1))} are not read.`,
      'Write each as -H "Name: value".',
    );
  }
  const [, name = '', sign, rest = ''] = /^([^:;]+)([:;])([^]*)$/.exec(value) ?? [];
  if (name.trim() === '')
    return problem(`The header “${value}” has no colon.`, 'A header is written -H "Name: value".');
  const text = rest.trim();
  if (sign === ';' && text !== '')
    return problem(`The header “${value}” has no colon.`, 'A header is written -H "Name: value".');
  if (sign === ':' && text === '') return null;
  if (name.trim().toLowerCase() === 'cookie')
    draft.cookies.push(...text.split(/;\s*/).filter((cookie) => cookie !== ''));
  else draft.headers.push([name.trim(), text]);
  return null;
}

function applyFile(draft: Draft, path: string, input: string | null, option: string): Problem | null {
  if (path !== '-') {
    draft.file = lastSegment(path);
    return null;
  }
  if (input === null) {
    return problem(
      `“${option} @-” takes the body from another program, and nothing of the command is run here.`,
      'Put the body behind --data-raw.',
    );
  }
  // curl takes ends of lines out of what --data reads, and leaves them in what --data-binary does.
  return keep(draft.data, option === '--data-binary' ? input : input.replace(/[\r\n]/g, ''));
}

/** `content`, `=content`, `name=content`; `name` is encoded already. */
function applyEncoded(draft: Draft, value: string): Problem | null {
  const at = value.search(/[=@]/);
  const name = at < 0 ? '' : value.slice(0, at);
  if (at >= 0 && value[at] === '@') {
    return problem(`The file of “--data-urlencode ${value}” is not read.`, 'Write its content into the command.');
  }
  const content = percentEncode(at < 0 ? value : value.slice(at + 1));
  return keep(draft.data, name === '' ? content : `${name}=${content}`);
}

/** `name=content`, `name=@file`, `name=<file`, with `;type=…` and `;filename=…` behind it. */
function applyPart(draft: Draft, value: string): Problem | null {
  const [name, content] = atFirst(value, '=');
  if (!value.includes('=')) {
    return problem(`The part “-F ${value}” has no value.`, 'A part is written -F "name=value" or -F "name=@file".');
  }
  const attributes = /;\s*(?:type|filename|encoder|headers)=/.exec(content);
  const plain = attributes ? content.slice(0, attributes.index) : content;
  const fileName = /;\s*filename=(?:"([^"]*)"|([^;]*))/.exec(content);
  const text = plain.replace(/^"((?:[^"\\]|\\.)*)"$/s, (_quoted, inside: string) => inside.replace(/\\(["\\])/g, '$1'));
  if (/^[@<]/.test(plain)) {
    return keep(draft.parts, {
      name,
      fileName: fileName?.[1] ?? fileName?.[2] ?? lastSegment(plain.slice(1).replace(/^"|"$/g, '')),
    });
  }
  const type = /;\s*type=([^;]+(?:;\s*charset=[^;]+)?)/.exec(content)?.[1]?.trim();
  return keep(draft.parts, { name, text, ...(type !== undefined && { type }) });
}

function finished(draft: Draft, url: string): ForeignRequest {
  const { headers, cookies, user, data, file, parts, notes } = draft;
  const address = url.replace(/#.*$/s, '');
  if (draft.isJson) {
    for (const name of ['Content-Type', 'Accept']) {
      if (!headers.some(([other]) => other.toLowerCase() === name.toLowerCase()))
        headers.push([name, 'application/json']);
    }
  }
  const isQuery = (draft.isGet || draft.isHead) && data.length > 0;
  const content: ForeignContent =
    parts.length > 0
      ? { kind: 'parts', parts }
      : file !== null
        ? { kind: 'file', fileName: file }
        : data.length > 0 && !isQuery
          ? { kind: 'text', text: data.join('&') }
          : { kind: 'none' };
  const implied = draft.isHead ? 'HEAD' : draft.isUpload ? 'PUT' : content.kind === 'none' ? 'GET' : 'POST';
  const query = isQuery ? `${address.includes('?') ? '&' : '?'}${data.join('&')}` : '';
  return { name: null, method: draft.method ?? implied, url: address + query, headers, cookies, user, content, notes };
}

function atFirst(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function keep<Item>(list: Item[], item: Item): null {
  list.push(item);
  return null;
}
