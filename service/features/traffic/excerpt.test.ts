import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { redactText, redactValue } from './redact.ts';

const key = `ptl_test_${'A1b2'.repeat(9)}`;
const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describe('an excerpt holds no secret', () => {
  test.each([
    ['in a header that carries one', { headers: { authorization: `Bearer ${key}`, cookie: 'a=s3cret-cookie' } }],
    ['in a header of the contract', { headers: { 'x-app': 's3cret-app' }, secretHeaders: new Set(['x-app']) }],
    ['in a header by its name', { headers: { 'x-api-key': 's3cret', 'set-cookie': ['sid=s3cret'] } }],
    ['in a header of another name', { headers: { 'x-note': `sent with ${key} and ${token}` } }],
    [
      'in a member by its name',
      { value: { client_secret: 's3cret', deep: [{ Password: 's3cret', accessToken: 's3cret' }] } },
    ],
    ['in an object of such a name', { value: { token: { value: 's3cret' } } }],
    ['in a text', { value: { note: `use ${key} or ${token}`, url: 'https://me:s3cret@host/' } }],
    ['in a form', { text: `name=Ada&password=s3cret&key=${key}`, type: 'application/x-www-form-urlencoded' }],
    ['in JSON that is broken off', { text: '{"name": "Ada", "secret": "s3cret-and', type: 'application/json' }],
    ['in XML', { text: '<a:Password x="1">s3cret</a:Password>', type: 'application/xml' }],
    ['in the line', { line: `GET /keys/${key}` }],
  ])('%s', (_name, { headers = {}, value, text, type, line = 'POST /x', secretHeaders }: Given) => {
    const body = value !== undefined ? ({ kind: 'value', value } as const) : bytes(text);
    const excerpt = excerptOf({
      line,
      headers: { ...headers, ...(type && { 'content-type': type }) },
      body,
      secretHeaders,
    });
    expect(excerpt).toContain('[redacted]');
    expect(excerpt).not.toMatch(/s3cret|A1b2A1b2|eyJ/);
  });
});

interface Given {
  readonly headers?: Record<string, string | string[]>;
  readonly value?: unknown;
  readonly text?: string;
  readonly type?: string;
  readonly line?: string;
  readonly secretHeaders?: ReadonlySet<string>;
}

function bytes(text: string | undefined) {
  return text === undefined ? ({ kind: 'none' } as const) : ({ kind: 'bytes', bytes: Buffer.from(text) } as const);
}

describe('an excerpt', () => {
  test('says what was sent, as a person reads it', () => {
    const body = { kind: 'value', value: { type: 'diploma', holder: { name: 'Ada' } } } as const;
    expect(excerptOf({ line: 'POST /offers', headers: { accept: '*/*' }, body })).toBe(
      'POST /offers\naccept: */*\n\n{\n  "type": "diploma",\n  "holder": {\n    "name": "Ada"\n  }\n}',
    );
  });

  test('is some kilobytes at most, however much there was, and can be stored', () => {
    const value = Array.from({ length: 100_000 }, (_, i) => ({ i, text: 'x\0\ud800'.repeat(100) }));
    const headers = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x-${i}`, 'y'.repeat(4000)]));
    const excerpt = excerptOf({ line: 'GET /', headers, body: { kind: 'value', value } });
    expect(excerpt.length).toBeLessThan(6500);
    expect(excerpt).not.toContain('\0');
    expect(excerpt.isWellFormed()).toBe(true);
  });

  test('names bytes that are no text, and a body that went by', () => {
    const bytes = Buffer.alloc(10, 255);
    expect(
      excerptOf({ line: '200', headers: { 'content-type': 'image/png' }, body: { kind: 'bytes', bytes } }),
    ).toContain('[10 bytes of image/png]');
    expect(excerptOf({ line: '200', headers: {}, body: { kind: 'unread' } })).toBe('200\n\n[not kept]');
  });
});

test('what is no secret stays: ids, states, numbers, whether there is one', () => {
  const value = { id: 'cred_01', status: 'active', has_secret: true, keys: 3, monkey: 'a', credential: { type: 'x' } };
  expect(redactValue(value)).toEqual(value);
  expect(redactText('The basic plan costs 3 tokens.')).toBe('The basic plan costs 3 tokens.');
});

test('a value that has no end of depth or members is cut', () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 5000; i += 1) deep = { deep };
  expect(JSON.stringify(redactValue(deep)).length).toBeLessThan(300);
  expect(
    redactValue(
      Array.from({ length: 500 }, () => 1),
      10,
    ),
  ).toHaveLength(11);
});
