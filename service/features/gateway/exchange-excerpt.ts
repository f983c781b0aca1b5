import { type ExchangeExcerpt, type ExchangeFinding, excerptOf, redactValue } from '../traffic/index.ts';
import type { Answer } from './answer-of.ts';
import type { Facts } from './facts.ts';

/** What whoever is behind the client's address is left out of: addresses of people, and what a browser says of itself. */
const leftOut =
  /^(?:x-forwarded-.*|forwarded|x-real-ip|sec-.*|user-agent|referer|content-security-policy|access-control-.*|timing-allow-origin)$/;

/** Request and answer as text, without secrets. `value` is the answer's body, where it was read. */
export function exchangeExcerpt(facts: Facts, answer: Answer, value: unknown): ExchangeExcerpt {
  const { request, address, input } = facts;
  const secretHeaders = secretHeadersOf(facts);
  const path = address?.path ?? request.target.split('?', 1)[0] ?? '';
  const sent = input?.body === undefined ? unreadUnlessEmpty(facts) : ({ kind: 'value', value: input.body } as const);
  const { body } = answer;
  const known = value === undefined ? body : ({ kind: 'value', value } as const);
  return {
    request: excerptOf({
      line: `${request.method} ${path.slice(0, 500)}`,
      headers: shown(request.headers),
      body: sent,
      secretHeaders,
    }),
    answer: excerptOf({
      line: String(answer.status),
      headers: shown(answer.headers),
      body: known.kind === 'stream' ? { kind: 'unread' } : known.kind === 'bytes' ? bytesOf(known) : known,
      secretHeaders,
    }),
  };
}

function bytesOf({ bytes, value }: { readonly bytes: Buffer; readonly value?: unknown }) {
  return value === undefined ? ({ kind: 'bytes', bytes } as const) : ({ kind: 'value', value } as const);
}

function unreadUnlessEmpty({ request }: Facts) {
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  const isEmpty = chunked === undefined && (length === undefined || length === '0');
  return isEmpty ? ({ kind: 'none' } as const) : ({ kind: 'unread' } as const);
}

function shown<T>(headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !leftOut.test(name)));
}

function secretHeadersOf({ served, ours }: Facts): ReadonlySet<string> {
  const schemes = Object.values(served?.contract.securitySchemes ?? {});
  const declared = schemes.flatMap(({ type, in: room, name }) =>
    type === 'apiKey' && room === 'header' && name !== undefined ? [name.toLowerCase()] : [],
  );
  const presented = (ours ?? []).flatMap(({ place }) => ('name' in place ? [place.name.toLowerCase()] : []));
  return new Set([...declared, ...presented]);
}

const longestExample = 500;
const examplesAtMost = 5;

/** The first findings of drift with what stood there: the object that holds the place, without secrets. */
export function withExamples(findings: readonly ExchangeFinding[], value: unknown): readonly ExchangeFinding[] {
  if (value === undefined) return findings;
  return findings.map((finding, index) => {
    if (finding.drift !== 'schema' || index >= examplesAtMost) return finding;
    const text = JSON.stringify(redactValue(around(value, finding.at), 30), null, 2) ?? '';
    return { ...finding, example: text.length > longestExample ? `${text.slice(0, longestExample)}…` : text };
  });
}

/** What holds the place that a JSON pointer (RFC 6901) names. */
function around(value: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1, -1);
  let at = value;
  for (const name of names) {
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) break;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
