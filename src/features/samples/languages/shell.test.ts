import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestDescription, RequestPart } from '../../console/request';
import { readyRequest } from '../writing/ready-request';
import { shellQuote, writeShell } from './shell';

const get: RequestDescription = {
  method: 'GET',
  url: '/gateway/cardea/v2/things',
  headers: [],
  cookies: [],
  user: null,
  content: { kind: 'none' },
};
const toCurl = (request: RequestDescription, origin: string) => writeShell(readyRequest(request, origin));
const origin = 'https://portal.example';

describe('a request as curl', () => {
  test('is one line where it is simple', () => {
    expect(toCurl(get, origin)).toBe("curl 'https://portal.example/gateway/cardea/v2/things'");
  });

  test('has everything that the request has', () => {
    const request: RequestDescription = {
      ...get,
      method: 'PATCH',
      url: 'https://api.example/gateway/a/v1/x?q=[1]',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Empty', ''],
      ],
      cookies: ['a=1', 'b=2'],
      user: 'YOUR_KEY',
      content: { kind: 'text', text: `{"name": "O'Hara"}` },
    };
    expect(toCurl(request, origin).split(' \\\n  ')).toEqual([
      "curl --request PATCH 'https://api.example/gateway/a/v1/x?q=%5B1%5D'",
      "--user 'YOUR_KEY:'",
      "--header 'Content-Type: application/json'",
      "--header 'X-Empty;'",
      "--cookie 'a=1; b=2'",
      String.raw`--data-raw '{"name": "O'\''Hara"}'`,
    ]);
  });

  test.each([
    ['GET', { kind: 'none' as const }, "curl 'https"],
    ['POST', { kind: 'none' as const }, "curl --request POST 'https"],
    ['POST', { kind: 'text' as const, text: 'x' }, "curl 'https"],
    ['GET', { kind: 'text' as const, text: 'x' }, "curl --request GET 'https"],
    ['HEAD', { kind: 'none' as const }, "curl --head 'https"],
  ])('names the method %s where curl would take another', (method, content, start) => {
    expect(toCurl({ ...get, method, content }, origin).startsWith(start)).toBe(true);
  });

  test('writes the parts of a multipart body', () => {
    const command = toCurl(
      { ...get, method: 'POST', content: { kind: 'parts', parts: [['file', '@/etc/passwd']] } },
      origin,
    );
    expect(command).toContain("--form-string 'file=@/etc/passwd'");
  });

  test('writes parts with types of their own, whatever they begin with', () => {
    const parts: RequestPart[] = [
      ['meta', '{"a":"\\"}', undefined, undefined, 'application/json'],
      ['photo', '', 'a.png', undefined, 'image/png'],
      ['note', '@x;type=y', undefined, undefined, 'text/markdown'],
    ];
    const command = toCurl({ ...get, method: 'POST', content: { kind: 'parts', parts } }, origin);
    expect(command).toContain(String.raw`--form 'meta="{\"a\":\"\\\"}";type=application/json'`);
    expect(command).toContain("--form 'photo=@a.png;type=image/png'");
    expect(command).toContain(`--form 'note="@x;type=y";type=text/markdown'`);
  });
});

describe('a quoted text', () => {
  test('reaches the program as it was, through a real shell', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
    const nasty = fc.constantFrom(
      "'",
      '$(id)',
      '`id`',
      '\\',
      '\n',
      '!!',
      '"',
      "'\\''",
      '$HOME',
      '*',
      '~',
      '; rm -rf /',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(text, nasty), { minLength: 1, maxLength: 20 }), (texts) => {
        const script = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`;
        const printed = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env: {} });
        expect(printed.split('\0').slice(0, -1)).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });
});
