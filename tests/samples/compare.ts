import type { GivenRequest } from './requests.ts';
import type { Received } from './received.ts';

/** What every file beside a sample holds: each byte once. */
export const fileBytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));

/** A request as it has to arrive, in a form that can be compared. */
export function wanted(request: GivenRequest) {
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  if (request.user !== null) headers.authorization = `Basic ${Buffer.from(`${request.user}:`).toString('base64')}`;
  if (request.cookies.length > 0) headers.cookie = request.cookies.join('; ');
  return { method: request.method, url: request.url, headers, body: wantedBody(request) };
}

function wantedBody({ content, headers }: GivenRequest): unknown {
  switch (content.kind) {
    case 'none':
      return '';
    case 'file':
      return fileBytes.toString('latin1');
    case 'parts':
      return content.parts.map(([name, value, file, , type]) => ({
        ...(file === undefined
          ? { name, value: Buffer.from(value.replace(/\r?\n/g, '\r\n')).toString('latin1') }
          : { name, file, value: fileBytes.toString('latin1') }),
        ...(type !== undefined && { type }),
      }));
    case 'text':
      return comparable(Buffer.from(content.text), headers.find(([name]) => name === 'Content-Type')?.[1] ?? '');
  }
}

/** What arrived, with the headers that were asked for and no other. */
export function arrived(received: Received, request: GivenRequest) {
  const want = wanted(request);
  const headers = Object.fromEntries(Object.keys(want.headers).map((name) => [name, received.headers[name]]));
  const type = String(received.headers['content-type'] ?? '');
  const body =
    request.content.kind === 'parts'
      ? partsOf(
          received.body,
          type,
          new Set(request.content.parts.filter((part) => part[4] !== undefined).map(([name]) => name)),
        )
      : request.content.kind === 'file'
        ? received.body.toString('latin1')
        : comparable(received.body, type);
  return { method: received.method, url: received.url, headers, body };
}

/** JSON by its meaning, with every digit of its numbers; anything else byte by byte. */
function comparable(bytes: Buffer, type: string): unknown {
  if (!type.includes('json')) return bytes.toString('latin1');
  try {
    return meaningOf(bytes.toString('utf8'));
  } catch {
    return bytes.toString('latin1');
  }
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

function meaningOf(json: string): unknown {
  const reviver: Reviver = (_key, value, { source }) =>
    typeof value === 'number' ? { number: decimal(source ?? '') } : value;
  return JSON.parse(json, reviver as (key: string, value: unknown) => unknown);
}

/** A number without regard to how it is written: `1.50` is `15e-1`. */
function decimal(source: string): string {
  const [mantissa = '', exponent = '0'] = source.toLowerCase().split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  let digits = BigInt(whole.replace('-', '') + part);
  let power = Number(exponent) - part.length;
  if (digits === 0n) return source.startsWith('-') ? '-0' : '0';
  while (digits % 10n === 0n) {
    digits /= 10n;
    power += 1;
  }
  return `${source.startsWith('-') ? '-' : ''}${digits}e${power}`;
}

/** RFC 7578, as far as clients write it. Types are those of the parts that were to have one. */
function partsOf(body: Buffer, type: string, typed: ReadonlySet<string>): unknown {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? '';
  const text = body.toString('latin1');
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const value = rest.join('\r\n\r\n').slice(0, -2);
      const name = /[; ]name="([^"]*)"/.exec(head)?.[1];
      const named = /filename="([^"]*)"/.exec(head)?.[1];
      // How browsers, PHP and Ruby name a text that has a type.
      const file = named === 'blob' ? undefined : named;
      const own = typed.has(name ?? '') && { type: /^content-type: *(.*?)\r?$/im.exec(head)?.[1] };
      // A form may normalise the ends of lines (HTML §4.10.21.8); files stay as they are.
      return file === undefined
        ? { name, value: value.replace(/\r?\n/g, '\r\n'), ...own }
        : { name, file, value, ...own };
    });
}
