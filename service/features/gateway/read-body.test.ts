import { describe, expect, test } from 'vitest';
import type { MediaType } from '../../../contract/model.ts';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import { readBody } from './read-body.ts';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    address: { type: 'object', properties: { zip: { type: 'integer' } } },
    photo: { type: 'string', format: 'binary' },
  },
} as const;

function media(type: string, difference: Partial<MediaType> = {}): MediaType {
  return { type, schema, examples: [], ...difference };
}

async function read(
  content: readonly MediaType[],
  sent: { body: string | Buffer; type?: string; encoding?: string; required?: boolean },
) {
  const operation = anOperation({ requestBody: { required: sent.required ?? true, content } });
  return readBody(aContract([operation]), operation, {
    bytes: Buffer.from(sent.body as string),
    contentType: sent.type,
    contentEncoding: sent.encoding,
  });
}

describe('a JSON body', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'application/vnd.api+json'])('%s', async (type) => {
    const reading = await read([media('application/json')], { body: '{"age":7}', type });
    expect(reading).toMatchObject({ kind: 'read', value: { age: 7 } });
  });

  test('of another charset is not supported', async () => {
    const reading = await read([media('application/json')], { body: '{}', type: 'application/json;charset=latin1' });
    expect(reading).toMatchObject({ code: 'media-type-unsupported', detail: 'The body is in latin1. Send UTF-8.' });
  });

  test('that is not UTF-8 is malformed', async () => {
    const reading = await read([media('application/json')], {
      body: Buffer.from([0xc0, 0xaf]),
      type: 'application/json',
    });
    expect(reading).toMatchObject({ code: 'body-malformed', detail: 'The body is not UTF-8.' });
  });

  test('that breaks off is malformed, with its place', async () => {
    const reading = await read([media('application/json')], { body: '{"age":', type: 'application/json' });
    expect(reading).toMatchObject({ code: 'body-malformed', detail: expect.stringContaining('column 8') as string });
  });
});

describe('a form', () => {
  const form = 'application/x-www-form-urlencoded';
  test.each([
    ['name=a+b&age=7', { name: 'a b', age: 7 }],
    ['tags=a&tags=b', { tags: ['a', 'b'] }],
    ['tags[]=a&tags[]=b', { tags: ['a', 'b'] }],
    ['tags=a', { tags: ['a'] }],
    ['address=%7B%22zip%22%3A1%7D', { address: { zip: 1 } }],
    ['address[zip]=1', { address: { zip: 1 } }],
    ['other=1', { other: '1' }],
    ['age=seven', { age: 'seven' }],
  ])('%s', async (body, want) => {
    expect(await read([media(form)], { body, type: form })).toMatchObject({ kind: 'read', value: want });
  });

  test('with its own encoding', async () => {
    const encoding = { tags: { style: 'pipeDelimited', explode: false } };
    const reading = await read([media(form, { encoding })], { body: 'tags=a|b', type: form });
    expect(reading).toMatchObject({ value: { tags: ['a', 'b'] } });
  });
});

describe('a multipart body', () => {
  const type = 'multipart/form-data; boundary=x';
  function part(headers: string, content: string) {
    return `--x\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`;
  }

  test('has fields and files', async () => {
    const body = [
      part('name="name"', 'Ada'),
      part('name="age"', '36'),
      part('name="tags"', 'a'),
      part('name="tags"', 'b'),
      part('name="address"', '{"zip":1}'),
      part('name="photo"; filename="a.png"\r\nContent-Type: image/png', '\u0001\u0002'),
      '--x--\r\n',
    ].join('');
    expect(await read([media('multipart/form-data')], { body, type })).toMatchObject({
      value: { name: 'Ada', age: 36, tags: ['a', 'b'], address: { zip: 1 }, photo: '\u0001\u0002' },
    });
  });

  test.each(['nothing', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'])('malformed: %j', async (body) => {
    expect(await read([media('multipart/form-data')], { body, type })).toMatchObject({ code: 'body-malformed' });
  });
});

describe('other bodies', () => {
  test('text is text, bytes are bytes', async () => {
    expect(await read([media('text/*')], { body: 'é', type: 'text/csv' })).toMatchObject({ value: 'é' });
    const bytes = Buffer.from([0, 255]);
    const reading = await read([media('application/octet-stream')], { body: bytes, type: 'application/octet-stream' });
    expect(reading).toMatchObject({ value: bytes });
  });

  test.each([
    [{ body: 'a', type: 'text/plain' }, 'The body is text/plain. Send application/json.'],
    [{ body: 'a' }, 'The body has no Content-Type. Send application/json.'],
    [{ body: 'a', type: 'json' }, '"json" is no media type. Send application/json.'],
    [
      { body: 'a', type: 'application/json', encoding: 'gzip' },
      'The body is encoded with gzip. Send it without Content-Encoding.',
    ],
  ])('%j is not supported', async (sent, detail) => {
    expect(await read([media('application/json')], sent)).toMatchObject({ code: 'media-type-unsupported', detail });
  });

  test('one that is required and missing is named; one that is not, is not', async () => {
    const content = [media('application/json')];
    expect(await read(content, { body: '' })).toMatchObject({
      code: 'request-invalid',
      errors: [{ in: 'body', at: '', message: 'is required: send application/json' }],
    });
    expect(await read(content, { body: '', required: false })).toEqual({ kind: 'none' });
  });

  test('one that the operation does not take is left out', async () => {
    const operation = anOperation();
    const sent = { bytes: Buffer.from('{}'), contentType: 'application/json', contentEncoding: undefined };
    expect(await readBody(aContract([operation]), operation, sent)).toEqual({ kind: 'undeclared' });
  });
});
