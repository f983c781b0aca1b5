/** The segments of a path template; `/` has none. */
export function segmentsOf(template: string): readonly string[] {
  return template.split('/').filter((segment) => segment !== '');
}

export function isParameter(segment: string | undefined): boolean {
  return segment?.includes('{') === true;
}

export function parametersOf(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((found) => found[1] ?? '');
}

/** `/a/{b}` with b = 1 → `/a/1`: values percent-encoded, so that the result is a path again. */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\{([^{}]+)\}/g, (_whole, name: string) => encodeURIComponent(values.get(name) ?? ''));
}

/** The path above: `/a/{b}/c` → `/a/{b}`; of `/a` it is `/`. */
export function above(template: string): string {
  return `/${segmentsOf(template).slice(0, -1).join('/')}`;
}
