export type Encoding = 'br' | 'gzip';

/**
 * The encoding to answer in (RFC 9110 §12.5.3), by the reader's weights and else the smaller one; null for none. What is not a
 * name with a weight is not counted.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | null {
  const weights = readWeights(acceptEncoding);
  const others = weights.get('*') ?? 0;
  let chosen: Encoding | null = null;
  // An encoding that nobody asked for by weight is worth more than none at all.
  let most = weights.get('identity') ?? 0;
  for (const encoding of ['br', 'gzip'] as const) {
    const weight = weights.get(encoding) ?? others;
    if (weight > most || (weight === most && weight > 0 && chosen === null)) [chosen, most] = [encoding, weight];
  }
  return chosen;
}

/** Whether the reader asks for Markdown by its name, and not less than for HTML (RFC 9110 §12.5.1). */
export function prefersMarkdown(accept: string | undefined): boolean {
  const weights = readWeights(accept);
  const markdown = weights.get('text/markdown') ?? 0;
  return markdown > 0 && markdown >= (weights.get('text/html') ?? 0);
}

/** `a;q=0.5, b` → a 0.5, b 1. Other parameters are passed over; a weight that is none counts as 0. */
function readWeights(header = ''): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    if (name !== '') weights.set(name, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0);
  }
  return weights;
}
