type Types = string | readonly string[];

/** The types that both allow, an `integer` being a `number`; undefined where there is none. */
export function commonTypes(first: Types, second: Types): Types | undefined {
  const [a, b] = [[first].flat(), [second].flat()];
  const common = a.flatMap((type) => {
    if (b.includes(type)) return [type];
    if (type === 'integer' && b.includes('number')) return ['integer'];
    return type === 'number' && b.includes('integer') ? ['integer'] : [];
  });
  return common.length === 1 ? common[0] : common.length === 0 ? undefined : common;
}

/** The values that are in both lists, in the first one's order. */
export function commonValues(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const others = new Set(second.map((value) => JSON.stringify(value)));
  return first.filter((value) => others.has(JSON.stringify(value)));
}
