/** A path below `/gateway/{api}/{version}`, taken apart so that what is authorised is exactly what is forwarded. */
export interface Address {
  readonly api: string;
  readonly version: string;
  /** As it was sent, `/` at least. */
  readonly path: string;
  readonly segments: readonly Segment[];
  /** Without the question mark, as it was sent. */
  readonly query: string;
}

export interface Segment {
  readonly raw: string;
  readonly text: string;
}

export type AddressReading =
  | { readonly kind: 'read'; readonly address: Address }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

const gatewayPath = /^\/gateway(?:\/([^/]*))?(?:\/([^/]*))?(\/.*)?$/;
/** RFC 9112 §3.2.2: a server must accept a target in absolute form; its host is not ours to follow. */
const absoluteForm = /^https?:\/\/[^/?#]*/i;
/** What RFC 3986 §3.3 does not allow in a path, and what programs behind the gateway read in more than one way. */
const ambiguous: readonly (readonly [RegExp, string])[] = [
  [/[^\x21-\x7e]/, 'a character that has to be percent-encoded'],
  [/[\\#]/, 'a backslash or a number sign that is not percent-encoded'],
  [/%(?:2f|5c)/i, 'an encoded slash or backslash'],
  [/%2e/i, 'an encoded full stop'],
  [/%(?:0[0-9a-f]|1[0-9a-f]|7f)/i, 'a control character'],
  [/%25(?:2e|2f|5c|00)/i, 'a character that is percent-encoded twice'],
  [/%(?![0-9a-f]{2})/i, 'a percent sign that encodes nothing'],
  [/\/\//, 'an empty segment'],
  // Some programs leave out what follows a semicolon, and then go up.
  [/\/\.{1,2}(?:;[^/]*)?(?:\/|$)/, 'a segment of full stops'],
];
/** A path that everybody reads alike: most are. */
const plain = /^(?:\/[\w~!$&'()*+,=:@-][\w~!$&'()*+,=:@.-]*)+$/;
/** What may not stand in a path, encoded once more. */
const encodedTwice = /%(?:2e|2f|5c|00)/i;

/** Takes the target of a request line apart. A path that could be read in two ways is refused. */
export function readAddress(target: string): AddressReading {
  const relative = target.replace(absoluteForm, '');
  const question = relative.indexOf('?');
  const whole = question === -1 ? relative : relative.slice(0, question);
  const query = question === -1 ? '' : relative.slice(question + 1);
  const [, api = '', version = '', path = '/'] = gatewayPath.exec(whole) ?? [];
  if (plain.test(whole)) {
    const segments = path
      .slice(1)
      .split('/')
      .map((raw) => ({ raw, text: raw }));
    return { kind: 'read', address: { api, version, path, segments, query } };
  }
  for (const [trick, name] of ambiguous) {
    if (trick.test(whole)) return { kind: 'refused', path, reason: `The path has ${name}.` };
  }
  const segments: Segment[] = [];
  for (const raw of path.slice(1).split('/')) {
    const text = decode(raw);
    if (text === null) return { kind: 'refused', path, reason: 'The path is not UTF-8.' };
    if (encodedTwice.test(text)) {
      return { kind: 'refused', path, reason: 'The path has a character that is percent-encoded twice.' };
    }
    segments.push({ raw, text });
  }
  return { kind: 'read', address: { api, version, path, segments, query } };
}

function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
