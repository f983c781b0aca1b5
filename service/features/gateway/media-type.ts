/** A media type as RFC 9110 §8.3.1 writes it. */
export interface ParsedMediaType {
  /** `application/json`, lower-case. */
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const shape = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\/([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*(;.*)?$/s;
const parameter = /;\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;

/** The same few are sent again and again; a flood of others does not grow it. */
const parsed = new Map<string, ParsedMediaType | null>();
const mostParsed = 500;

/** Null where the text is no media type, or says a parameter twice (RFC 6838 §4.3). */
export function parseMediaType(text: string): ParsedMediaType | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const type = parse(text);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(text, type);
  return type;
}

function parse(text: string): ParsedMediaType | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of (found[3] ?? '').matchAll(parameter)) {
    if (parameters.has(name.toLowerCase())) return null;
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  }
  return { essence: `${found[1]}/${found[2]}`.toLowerCase(), parameters };
}

export function isJson(essence: string): boolean {
  return essence === 'application/json' || essence === 'text/json' || essence.endsWith('+json');
}

/** How well a declared type or range (`text/*`) fits: 3 the same, 2 both JSON, 1 or 0.5 a range, 0 not at all. */
export function fit(declared: string, essence: string): number {
  const range = (parseMediaType(declared)?.essence ?? declared).toLowerCase();
  if (range === essence) return 3;
  if (range === '*/*' || range === '*') return 0.5;
  if (range.endsWith('/*')) return essence.startsWith(range.slice(0, -1)) ? 1 : 0;
  return isJson(range) && isJson(essence) ? 2 : 0;
}

/** The declared type that fits best; undefined where none does. */
export function bestFit<T extends { readonly type: string }>(declared: readonly T[], essence: string): T | undefined {
  let best: { item: T; score: number } | undefined;
  for (const item of declared) {
    const score = fit(item.type, essence);
    if (score > (best?.score ?? 0)) best = { item, score };
  }
  return best?.item;
}

interface Accepted {
  readonly range: string;
  readonly quality: number;
}

/**
 * RFC 9110 §12.5.1: which of the media types that could be sent the client likes best. The first one where it does
 * not say; undefined where it wants none of them.
 */
export function acceptable<T extends { readonly type: string }>(
  offered: readonly T[],
  accept: string | undefined,
): T | undefined {
  const ranges = readAccept(accept ?? '*/*');
  let best: { item: T; quality: number } | undefined;
  for (const item of offered) {
    const quality = qualityOf(item.type, ranges);
    if (quality > (best?.quality ?? 0)) best = { item, quality };
  }
  return best?.item;
}

function readAccept(accept: string): readonly Accepted[] {
  return accept.split(',').flatMap((part) => {
    const type = parseMediaType(part.trim() === '*' ? '*/*' : part);
    if (type === null) return [];
    const quality = Number(type.parameters.get('q') ?? '1');
    return [{ range: type.essence, quality: Number.isFinite(quality) ? quality : 1 }];
  });
}

/** The most specific range that fits decides. A range that is offered (`image/*`) fits a type within it. */
function qualityOf(offered: string, accepted: readonly Accepted[]): number {
  const essence = parseMediaType(offered)?.essence ?? offered;
  let best = { score: 0, quality: 0 };
  for (const { range, quality } of accepted) {
    const score = Math.max(fit(range, essence), fit(essence, range));
    if (score > best.score) best = { score, quality };
  }
  return best.quality;
}
