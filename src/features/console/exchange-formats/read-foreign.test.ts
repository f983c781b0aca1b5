import { describe, expect, test } from 'vitest';
import type { ForeignRequest, Reading } from './foreign-request';
import { mostCharacters, mostRequests } from './limits';
import { readForeign } from './read-foreign';

function requests(text: string): readonly ForeignRequest[] {
  const reading = readForeign(text);
  if (reading.kind === 'problem') throw new Error(`${reading.sentence} ${reading.remedy}`);
  return reading.requests;
}

const collection = (item: readonly unknown[], rest: object = {}): string =>
  JSON.stringify({
    info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item,
    ...rest,
  });

describe('a Postman collection', () => {
  const [first, second] = requests(
    collection(
      [
        {
          name: 'Offers',
          auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{key}}' }] },
          item: [
            {
              name: 'Get one',
              event: [{ listen: 'test', script: { exec: ['pm.test()'] } }],
              request: {
                method: 'GET',
                header: [
                  { key: 'X-A', value: '1' },
                  { key: 'X-Off', value: '2', disabled: true },
                ],
                url: {
                  raw: '{{base}}/offers/:id/:open?limit=2&off=1',
                  query: [
                    { key: 'limit', value: '2' },
                    { key: 'off', value: '1', disabled: true },
                  ],
                  variable: [{ key: 'id', value: 'a/b' }],
                },
              },
            },
          ],
        },
        {
          name: 'Make',
          request: {
            auth: { type: 'apikey', apikey: { key: 'k', value: 'v', in: 'query' } },
            method: 'POST',
            url: 'https://api.example/offers',
            body: {
              mode: 'urlencoded',
              urlencoded: [
                { key: 'a b', value: 'é' },
                { key: 'c', value: '1', disabled: true },
              ],
            },
          },
        },
      ],
      {
        variable: [
          { key: 'base', value: '{{host}}/v2' },
          { key: 'host', value: 'https://api.example' },
        ],
      },
    ),
  );

  test('is read through its folders, with its variables, what is switched off left out, and no script run', () => {
    expect(first).toEqual({
      name: 'Offers / Get one',
      method: 'GET',
      url: 'https://api.example/v2/offers/a%2Fb/{{open}}?limit=2',
      headers: [
        ['X-A', '1'],
        ['Authorization', 'Bearer {{key}}'],
      ],
      cookies: [],
      user: null,
      content: { kind: 'none' },
      notes: ['Its scripts are not run, and not taken over.'],
    });
  });

  test('has bodies and authorizations of every kind', () => {
    expect(second).toMatchObject({
      url: 'https://api.example/offers?k=v',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      content: { kind: 'text', text: 'a%20b=%C3%A9' },
    });
    const bodies: readonly (readonly [object, ForeignRequest['content']])[] = [
      [
        { mode: 'raw', raw: '{}', options: { raw: { language: 'json' } } },
        { kind: 'text', text: '{}' },
      ],
      [
        {
          mode: 'formdata',
          formdata: [
            { key: 'a', value: '1', type: 'text' },
            { key: 'f', type: 'file', src: ['/x/1.png', '/x/2.png'] },
          ],
        },
        {
          kind: 'parts',
          parts: [
            { name: 'a', text: '1' },
            { name: 'f', fileName: '1.png' },
            { name: 'f', fileName: '2.png' },
          ],
        },
      ],
      [
        { mode: 'file', file: { src: 'C:\\x\\y.pdf' } },
        { kind: 'file', fileName: 'y.pdf' },
      ],
      [
        { mode: 'graphql', graphql: { query: 'q', variables: '{"a":1}' } },
        { kind: 'text', text: '{"query":"q","variables":{"a":1}}' },
      ],
    ];
    for (const [body, content] of bodies) {
      expect(
        requests(collection([{ name: 'x', request: { method: 'POST', url: 'https://a.example', body } }]))[0]?.content,
      ).toEqual(content);
    }
  });
});

describe('a HAR file of a browser', () => {
  test('is read without the headers of HTTP/2, with cookies, a form and parts', () => {
    const entry = (request: object) => ({ request, response: { content: { text: 'x' } } });
    const [get, form, parts] = requests(
      JSON.stringify({
        log: {
          entries: [
            entry({
              method: 'GET',
              url: 'https://a.example/x?y=1#z',
              headers: [
                { name: ':authority', value: 'a' },
                { name: 'cookie', value: 'a=1; b=2' },
              ],
            }),
            entry({
              method: 'POST',
              url: 'https://a.example/x',
              headers: [],
              postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: 'b%20c' }] },
            }),
            entry({
              method: 'POST',
              url: 'https://a.example/x',
              headers: [{ name: 'Content-Type', value: 'multipart/form-data; boundary=xx' }],
              postData: {
                mimeType: 'multipart/form-data; boundary=xx',
                text: '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n2\r\n--xx\r\nContent-Disposition: form-data; name="f"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n\r\n--xx--\r\n',
              },
            }),
          ],
        },
      }),
    );
    expect(get).toMatchObject({ url: 'https://a.example/x?y=1', headers: [], cookies: ['a=1', 'b=2'] });
    expect(form).toMatchObject({ content: { kind: 'text', text: 'a=b%20c' } });
    expect(parts).toMatchObject({
      content: {
        kind: 'parts',
        parts: [
          { name: 'a', text: '1\n2' },
          { name: 'f', fileName: 'x.png' },
        ],
      },
    });
  });
});

test('a .http file of an editor is read with its variables, names and lines that go on, and no script run', () => {
  const [get, post, bare] = requests(`@host = https://api.example
@base={{host}}/v2
# a comment

### List offers
GET {{base}}/offers
    ?limit=2
    &page=3 HTTP/1.1
Accept: application/json
Authorization: Basic me secret

> {% client.test() %}

###
// @name make
< {%
  request.variables.set("x", 1)
%}
POST {{base}}/offers
Content-Type: application/json

{
  "a": "{{$guid}}"
}

> {%
  client.log("done")
%}

###
https://api.example/plain
`);
  expect(get).toMatchObject({
    name: 'List offers',
    method: 'GET',
    url: 'https://api.example/v2/offers?limit=2&page=3',
    user: 'me:secret',
    headers: [['Accept', 'application/json']],
    content: { kind: 'none' },
  });
  expect(post).toMatchObject({
    name: 'make',
    url: 'https://api.example/v2/offers',
    content: { kind: 'text', text: '{\n  "a": "{{$guid}}"\n}' },
  });
  expect(post?.notes[0]).toBe('Its scripts are not run, and not taken over.');
  expect(bare).toMatchObject({ method: 'GET', url: 'https://api.example/plain' });
});

describe('what cannot be read', () => {
  test.each([
    ['', 'There is nothing to read.'],
    ['hello', 'This is no request that the portal knows how to read.'],
    ['{"a":', 'This begins as JSON, but is not'],
    ['{"a":1}', 'neither a HAR file nor a Postman collection'],
    ['[]', 'neither a HAR file nor a Postman collection'],
    ['{"requests":[]}', 'version 1'],
    ['{"log":{"entries":[]}}', 'has no requests'],
    [collection([]), 'has no requests'],
    ['x'.repeat(mostCharacters + 1), 'This is 20 MB, and the portal reads up to 20 MB.'],
  ])('%.30s', (text, words) => {
    const reading = readForeign(text);
    expect(reading.kind === 'problem' && reading.sentence).toContain(words);
    expect(reading.kind === 'problem' && reading.remedy).not.toBe('');
  });
});

describe('a hostile text', () => {
  const hostile: readonly (readonly [name: string, text: string])[] = [
    [
      'names of prototypes',
      collection([{ name: 'x', __proto__: null, request: { method: 'GET', url: 'https://a.example' } }]).replace(
        '"name":"x"',
        '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"x"',
      ),
    ],
    ['lists a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['folders ten thousand deep', `{"item":${'[{"item":'.repeat(10_000)}[]${'}]'.repeat(10_000)}}`],
    [
      'members of every wrong type',
      JSON.stringify({
        item: [
          null,
          1,
          'x',
          [],
          { request: null },
          { request: { url: 5, header: 'x', body: [] } },
          { request: { url: { raw: [], host: 7, path: {} } } },
        ],
      }),
    ],
    [
      'a HAR of every wrong type',
      JSON.stringify({
        log: {
          entries: [
            null,
            1,
            {},
            { request: [] },
            { request: { url: {}, headers: 'x' } },
            { request: { url: 'x', headers: [null, 1], postData: 'x' } },
          ],
        },
      }),
    ],
    [
      'variables that name each other',
      collection([{ name: 'x', request: { method: 'GET', url: '{{a}}' } }], {
        variable: [
          { key: 'a', value: '{{b}}{{b}}' },
          { key: 'b', value: '{{a}}{{a}}' },
        ],
      }),
    ],
    [
      'variables that grow without end',
      collection([{ name: 'x', request: { method: 'GET', url: '{{v0}}' } }], {
        variable: Array.from({ length: 30 }, (_, index) => ({
          key: `v${index}`,
          value: `{{v${index + 1}}}`.repeat(100),
        })),
      }),
    ],
    ['a quote of a million', `curl https://a.example -d '${'\\'.repeat(1_000_000)}'`],
    ['three hundred thousand words', `curl https://a.example ${'-s '.repeat(300_000)}`],
    ['half a million variables', `curl "https://a.example/${'$A'.repeat(500_000)}"`],
    ['a .http file of separators', '###\n'.repeat(500_000)],
    [
      'a boundary of signs',
      `POST https://a.example\nContent-Type: multipart/form-data; boundary=.*(x+x+)+\n\n--.*(x+x+)+\nContent-Disposition: form-data; name="${'x'.repeat(50_000)}\n\n`,
    ],
  ];

  test.each(hostile)('of %s does no harm, and is done with soon', (_name, text) => {
    const started = performance.now();
    const reading: Reading = readForeign(text);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(['requests', 'problem']).toContain(reading.kind);
    expect(JSON.stringify(reading).length).toBeLessThan(5_000_000);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('of more requests than anybody looks through is cut', () => {
    const item = { name: 'x', request: { method: 'GET', url: 'https://a.example' } };
    expect(requests(collection(Array.from({ length: mostRequests + 500 }, () => item)))).toHaveLength(mostRequests);
  });
});
