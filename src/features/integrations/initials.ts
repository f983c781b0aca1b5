/** At most two signs that stand for a name, where there is no logo: `Halden Campus` is `HC`. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const signs = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return signs.join('').toUpperCase() || '·';
}
