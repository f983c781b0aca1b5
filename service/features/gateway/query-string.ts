/** One `name=value` of a query string or a form: the name decoded, the value as it was sent, with `+` as `%20`. */
export interface QueryPair {
  readonly name: string;
  readonly raw: string;
}

/** https://url.spec.whatwg.org/#urlencoded-parsing, but values stay encoded: a style may split them first. */
export function readQuery(query: string): readonly QueryPair[] {
  const pairs: QueryPair[] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals === -1 ? part : part.slice(0, equals);
    const raw = equals === -1 ? '' : part.slice(equals + 1).replaceAll('+', '%20');
    pairs.push({ name: decodeName(name.replaceAll('+', '%20')), raw });
  }
  return pairs;
}

function decodeName(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
