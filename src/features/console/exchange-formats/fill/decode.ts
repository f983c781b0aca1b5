/** Percent-decoding that never fails: what is no UTF-8 (RFC 3629) stays as it is written. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[\dA-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** The same in a query or a form, where `+` is a space (URL standard §5.1). */
export function formDecode(text: string): string {
  return percentDecode(text.replaceAll('+', ' '));
}

/** The pairs of a query or a form as they are written, not decoded; a pair without `=` has an empty value. */
export function rawPairs(query: string): readonly RawPair[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? { name: pair, value: '' } : { name: pair.slice(0, at), value: pair.slice(at + 1) };
    });
}

export interface RawPair {
  readonly name: string;
  readonly value: string;
}
