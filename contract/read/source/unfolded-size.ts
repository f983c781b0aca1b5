/**
 * About how many characters each member of a value has when it is written out with what YAML aliases share in it repeated:
 * "billion laughs" are small in memory and endless on paper. A value that contains itself counts once; what is nested too deeply throws a
 * `RangeError`.
 */
export function unfoldedSizes(root: object): { readonly key: string; readonly size: number }[] {
  const sizes = new Map<object, number>();
  const measure = (value: unknown): number => {
    if (typeof value === 'string') return value.length + 2;
    if (typeof value !== 'object' || value === null) return 4;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    sizes.set(value, 0);
    let size = 2;
    for (const [key, item] of Object.entries(value)) size += key.length + 3 + measure(item);
    sizes.set(value, size);
    return size;
  };
  return Object.entries(root).map(([key, item]) => ({ key, size: measure(item) }));
}
