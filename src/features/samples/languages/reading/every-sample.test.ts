import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from '../../../console/exchange-formats/read-foreign';
import { boundaryOf, partsOfText } from '../../../console/exchange-formats/multipart-text';
import type { RequestContent, RequestDescription, RequestPart } from '../../../console/request';
import { readyRequest } from '../../writing/ready-request';
import { sampleCode } from '../../writing/sample-code';
import { languages, type LanguageId } from '../index';
import { readBack, type ReadBack, type ReadBody } from './read-back.fixture';
import { runFetch } from './run-fetch.fixture';

const origin = 'https://portal.example';
const bits = [
  "'",
  '"',
  '`',
  '\\',
  '$',
  '{',
  '}',
  '#',
  '(',
  ')',
  '%',
  ';',
  ',',
  '=',
  '&',
  '"""',
  "'''",
  '"#',
  '#"',
  '${x}',
  '#{x}',
  '$(id)',
  '\\(x)',
  '\\u0041',
  '\\n',
  '?>',
  '</script>',
  'é',
  '\u{1f600}',
  'a',
  'B',
  '0',
  ' ',
];
const text = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const lines = fc
  .array(fc.oneof(text, fc.constantFrom('', '  ', '\t')), { minLength: 1, maxLength: 5 })
  .map((all) => all.join('\n'));
const unseen = fc.string({ unit: 'binary', maxLength: 8 }).map((one) => one.toWellFormed().replaceAll('\0', ''));
const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
const ascii = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
  .map((one) => one.trim())
  .filter((one) => one !== '');
const name = fc.stringMatching(/^X-[A-Za-z0-9]{1,8}$/);

const content: fc.Arbitrary<readonly [RequestContent, type: string | null]> = fc.oneof(
  fc.constant([{ kind: 'none' }, null] as const),
  fc
    .oneof(text, lines, unseen)
    .filter((one) => one !== '')
    .map((one) => [{ kind: 'text', text: one }, 'text/plain'] as const),
  json.map((one) => [{ kind: 'text', text: JSON.stringify(one, null, 2) }, 'application/json'] as const),
  fc
    .uniqueArray(
      fc.tuple(
        text.filter((one) => !one.includes('=')),
        fc.oneof(text, lines),
      ),
      { minLength: 1, maxLength: 3, selector: ([key]) => key },
    )
    .map((parts) => [{ kind: 'parts', parts }, null] as const),
  fc.tuple(text, fc.stringMatching(/^[a-z]{1,8}\.png$/)).map(([value, fileName]) => {
    const parts: RequestPart[] = [
      ['title', 'x'],
      ['meta', value, undefined, undefined, 'application/json'],
      ['logo', '', fileName],
      ['photo', '', fileName, undefined, 'image/png'],
    ];
    return [{ kind: 'parts', parts }, null] as const;
  }),
  fc
    .stringMatching(/^[a-z]{1,8}\.png$/)
    .map((fileName) => [{ kind: 'file', text: '', fileName }, 'image/png'] as const),
);

const request: fc.Arbitrary<RequestDescription> = fc
  .record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'),
    path: text,
    query: fc.dictionary(text, text, { maxKeys: 2 }),
    headers: fc.uniqueArray(fc.tuple(name, fc.oneof(ascii, fc.constant(''))), {
      maxLength: 3,
      selector: ([one]) => one.toLowerCase(),
    }),
    cookies: fc.array(fc.stringMatching(/^[a-z]{1,4}=[A-Za-z0-9%]{0,6}$/), { maxLength: 2 }),
    user: fc.option(ascii.filter((one) => !one.endsWith(':'))),
    content,
  })
  .map(({ method, path, query, headers, cookies, user, content: [body, type] }) => ({
    method,
    url: `/gateway/cardea/v2/${encodeURIComponent(path)}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : ''}`,
    headers: type === null ? headers : [...headers, ['Content-Type', type] as const],
    cookies,
    user,
    content: body,
  }));

/** What a language’s client cannot send: its sample says so in a comment (tests/samples). */
function canSend(language: LanguageId, { method, content: body, cookies }: RequestDescription): boolean {
  if (language === 'javascript')
    return cookies.length === 0 && (method !== 'GET' || body.kind === 'none') && !hasFile(body);
  return !['node', 'swift'].includes(language) || method !== 'GET' || body.kind === 'none';
}

function hasFile(body: RequestContent): boolean {
  return body.kind === 'file' || (body.kind === 'parts' && body.parts.some(([, , fileName]) => fileName !== undefined));
}

async function read(language: LanguageId, program: string): Promise<ReadBack> {
  if (language === 'shell') return readShell(program);
  return language === 'javascript' || language === 'node' ? runFetch(program) : readBack(language, program);
}

function readShell(program: string): ReadBack {
  const reading = readForeign(program);
  if (reading.kind === 'problem') throw new Error(reading.sentence);
  const [{ method, url, headers, cookies, user, content: body }] = reading.requests as [
    (typeof reading.requests)[number],
  ];
  return {
    ...{ method, url },
    headers: cookies.length > 0 ? [...headers, ['Cookie', cookies.join('; ')]] : headers,
    user: user === null ? null : user.replace(/:$/, ''),
    body:
      body.kind === 'parts'
        ? {
            kind: 'parts',
            parts: body.parts.map((part) =>
              'text' in part ? [part.name, part.text, undefined, part.type] : [part.name, '', part.fileName],
            ),
          }
        : body,
  };
}

/** In one form, whatever it was written in. */
function comparable({ method, url, headers, user, body }: ReadBack) {
  const isParts = body.kind === 'parts' || body.kind === 'pieces';
  const named = headers
    .map(([key, value]) => [key.toLowerCase(), value] as const)
    .filter(([key]) => !isParts || key !== 'content-type');
  const type = headers.find(([key]) => key.toLowerCase() === 'content-type')?.[1] ?? '';
  return { method, url, headers: Object.fromEntries(named), user, body: comparableBody(body, type) };
}

const oneEnd = (one: string): string => one.replace(/\r\n/g, '\n');

function comparableBody(body: ReadBody, type: string): unknown {
  switch (body.kind) {
    case 'json':
      return { json: body.value };
    case 'text':
      return type === 'application/json' ? { json: JSON.parse(body.text) as unknown } : body;
    case 'parts':
      return body.parts.map(([key, value, fileName, type]) =>
        fileName === undefined
          ? { name: key, text: oneEnd(value), ...(type !== undefined && type !== '' && { type }) }
          : { name: key, fileName },
      );
    case 'pieces': {
      const whole = body.pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
      return partsOfText(whole, boundaryOf(type) ?? '');
    }
    default:
      return body;
  }
}

function wanted({ method, url, headers, cookies, user, content: body }: RequestDescription): ReadBack {
  return {
    ...{ method, url, user },
    headers: cookies.length > 0 ? [...headers, ['Cookie', cookies.join('; ')]] : headers,
    body:
      body.kind === 'parts'
        ? {
            kind: 'parts',
            parts: body.parts.map(([key, value, fileName, , type]) =>
              fileName === undefined ? [key, value, undefined, type] : [key, '', fileName, type],
            ),
          }
        : body.kind === 'file'
          ? { kind: 'file', fileName: body.fileName }
          : body,
  };
}

describe.each(languages)('a sample in $name', ({ id }) => {
  test('says the request that it was written of', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(request, async (given) => {
        fc.pre(canSend(id, given));
        const said = comparable(await read(id, await sampleCode(id, given, origin)));
        const boundary = said.headers['content-type'];
        expect({ ...said, boundary }).toEqual({ ...comparable(wanted(readyRequest(given, origin))), boundary });
      }),
      { numRuns: 200 },
    );
  });
});
