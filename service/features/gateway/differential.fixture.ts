import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';

/** A request as a client sends it, and the answer that the upstream gives to it. */
export interface Sending {
  readonly method: string;
  /** Path and query behind the version's base. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
  readonly isChunked: boolean;
}

export interface Answering {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
  /** By `Transfer-Encoding: chunked`, in pieces of so many bytes; null: with its length. */
  readonly pieces: number | null;
}

/** One message as it came over the wire. Names are lower-case, each with its values in their order. */
export interface Seen {
  readonly first: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

/** Visible letters, and those of latin1: what a header can carry (RFC 9110 §5.5). */
const value = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 ,;="/*+-_.:%é\u00ff'), minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const ownName = fc
  .string({ unit: fc.constantFrom(...'abcdefghij0123456789-_'), minLength: 1, maxLength: 12 })
  .map((name) => `x-t-${name}`);
const ownHeaders = fc.dictionary(ownName, fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 3 })), {
  maxKeys: 5,
  noNullPrototype: true,
});

const known = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });

const bytes = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  fc.string({ maxLength: 200 }).map((text) => Buffer.from(text)),
  fc.integer({ min: 1, max: 1_500_000 }).map((size) => Buffer.alloc(size, 'portolan ')),
);

const packed = fc.oneof(
  { weight: 3, arbitrary: bytes.map((body) => ({ body, encoding: {} })) },
  { weight: 1, arbitrary: bytes.map((body) => ({ body: gzipSync(body), encoding: { 'content-encoding': 'gzip' } })) },
  {
    weight: 1,
    arbitrary: bytes.map((body) => ({ body: brotliCompressSync(body), encoding: { 'content-encoding': 'br' } })),
  },
  // It says gzip and is not.
  { weight: 1, arbitrary: bytes.map((body) => ({ body, encoding: { 'content-encoding': 'gzip' } })) },
);

const statuses = [
  ...[200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
  ...[300, 301, 302, 303, 304, 307, 308],
  ...[
    400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424,
  ],
  ...[425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 511, 599],
];

export const answerings: fc.Arbitrary<Answering> = fc
  .record({
    status: fc.constantFrom(...statuses),
    own: ownHeaders,
    said: known([
      'etag',
      'last-modified',
      'location',
      'link',
      'content-language',
      'www-authenticate',
      'retry-after',
      'age',
    ]),
    type: fc.constantFrom(
      {},
      ...['application/json', 'text/html; charset=utf-8', 'application/octet-stream'].map((type) => ({
        'content-type': type,
      })),
    ),
    content: packed,
    pieces: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 100_000 })),
  })
  .map(({ status, own, said, type, content, pieces }) => ({
    status,
    headers: { ...own, ...said, ...type, ...content.encoding },
    body: content.body,
    // Not more than a few hundred: a megabyte byte by byte says nothing more.
    pieces: pieces === null ? null : Math.max(pieces, Math.ceil(content.body.length / 300)),
  }));

const query = fc
  .string({ unit: fc.constantFrom(..."abc=&+-._~!$'()*,;:@/?%41"), maxLength: 30 })
  .map((text) => text.replaceAll(/%(?![0-9A-F]{2})/g, ''));

export const sendings: fc.Arbitrary<Sending> = fc
  .record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'),
    id: fc.stringMatching(/^[A-Za-z0-9_~!$'()*,;:@=+-]{1,12}$/),
    query: fc.oneof(
      fc.constant(''),
      query.map((text) => `?${text}`),
    ),
    own: ownHeaders,
    said: known([
      'accept-language',
      'user-agent',
      'if-none-match',
      'if-match',
      'range',
      'accept-encoding',
      'cache-control',
      'prefer',
    ]),
    body: bytes,
    isChunked: fc.boolean(),
    isJson: fc.boolean(),
  })
  .map(({ method, id, query: search, own, said, body, isChunked, isJson }) => {
    const hasBody = ['POST', 'PUT', 'PATCH', 'QUERY'].includes(method) && body.length > 0;
    const content = isJson ? Buffer.from(JSON.stringify({ text: body.toString('latin1').slice(0, 5000) })) : body;
    const type = isJson ? 'application/json' : 'application/octet-stream';
    return {
      method,
      path: `/any/${id}${search}`,
      headers: { ...own, ...said, ...(hasBody && { 'content-type': type }) },
      body: hasBody ? content : Buffer.alloc(0),
      isChunked: hasBody && isChunked,
    };
  });

/** Sends over a connection of its own, follows nothing and unpacks nothing. */
export async function sendTo(address: URL, { method, headers, body, isChunked }: Sending): Promise<Seen> {
  const framing = isChunked || body.length === 0 ? {} : { 'content-length': String(body.length) };
  const options = { method, headers: { ...headers, ...framing }, agent: false, setDefaultHeaders: false };
  const sending = httpRequest(address, {
    ...options,
    headers: {
      host: address.host,
      connection: 'close',
      ...options.headers,
      ...(isChunked && { 'transfer-encoding': 'chunked' }),
    },
  });
  sending.end(body.length > 0 ? body : undefined);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return { ...(await seenOf(answer)), first: `${answer.statusCode}` };
}

/** What came in, up to its end. */
export async function seenOf(message: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = new Map<string, string[]>();
  for (let at = 0; at < message.rawHeaders.length; at += 2) {
    const name = message.rawHeaders[at]?.toLowerCase() ?? '';
    headers.set(name, [...(headers.get(name) ?? []), message.rawHeaders[at + 1] ?? '']);
  }
  return { first: `${message.method} ${message.url}`, headers, body: Buffer.concat(chunks) };
}
