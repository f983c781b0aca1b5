const longest = 60;
/** Pages of the directory itself. */
const reserved: ReadonlySet<string> = new Set(['edit', 'listing', 'index']);

/**
 * The last part of a listing's address, made of its name: `Halden Universität` → `halden-universitat`. A name without Latin letters or digits gets
 * `fallback`. The nth of one name, counted from 1, has its number behind it.
 */
export function slugOf(name: string, fallback: string, nth: number): string {
  const base = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  const text = base === '' || reserved.has(base) ? fallback : base;
  return nth === 1 ? text : `${text}-${nth}`;
}
