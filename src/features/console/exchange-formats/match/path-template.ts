/** A path of the contract, made to be compared with addresses. */
export interface PathTemplate {
  readonly segments: number;
  /** How many characters of it are not variables: of two that fit, the one with more is meant. */
  readonly literal: number;
  /** The variables' texts as they are written, by name; null where the path is another. */
  readonly match: (path: string) => ReadonlyMap<string, string> | null;
  /** The same, where the last variable may hold slashes; null where there is none. */
  readonly matchLong: ((path: string) => ReadonlyMap<string, string> | null) | null;
  /** How every path that fits begins, at least. */
  readonly start: string;
}

/** Paths are compared as `steadyPath` writes them. */
export function pathTemplate(template: string): PathTemplate {
  const path = template.startsWith('/') ? template : `/${template}`;
  const pieces = path.split(/\{([^{}]*)\}/);
  const names = pieces.filter((_piece, index) => index % 2 === 1);
  const literals = pieces.filter((_piece, index) => index % 2 === 0);
  const endsInVariable = literals.at(-1) === '' && names.length > 0;
  const start = /^[\w\-/]*/.exec(path)?.[0] ?? '';
  const regex = (last: string): RegExp =>
    new RegExp(
      `^${literals
        .map(
          (literal, index) =>
            literalSource(literal) + (index < names.length ? (index === names.length - 1 ? last : '([^/]+?)') : ''),
        )
        .join('')}/?$`,
    );
  const whole = regex('([^/]+?)');
  const long = endsInVariable ? regex('(.+?)') : null;
  return {
    segments: path.split('/').length,
    literal: literals.join('').length,
    start,
    match: (given) => valuesOf(whole.exec(given), names),
    matchLong: long && ((given) => valuesOf(long.exec(given), names)),
  };
}

function valuesOf(found: RegExpExecArray | null, names: readonly string[]): ReadonlyMap<string, string> | null {
  if (!found) return null;
  const values = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const value = found[index + 1] ?? '';
    // A name that comes twice has one value.
    if ((values.get(name) ?? value) !== value) return null;
    values.set(name, value);
  }
  return values;
}

/** One spelling (RFC 3986 §6.2.2): unreserved characters as themselves, other triplets in upper case. */
export function steadyPath(path: string): string {
  return path.replace(/%[\dA-Fa-f]{2}/g, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : triplet.toUpperCase();
  });
}

/** A declared text, in either spelling. */
function literalSource(text: string): string {
  return Array.from(decoded(text), (character) => {
    if (/[A-Za-z0-9\-_~/]/.test(character)) return character;
    if (character === '.') return '\\.';
    const triplets = character === "'" ? '%27' : encodeURIComponent(character.toWellFormed());
    const own = character.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    const asTriplet = /^[!*()]$/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : triplets;
    return `(?:${own}|${asTriplet})`;
  }).join('');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
