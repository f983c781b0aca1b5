interface Visit {
  readonly node: string;
  readonly order: number;
  /** The lowest order that is reached from here. */
  low: number;
  readonly ahead: Iterator<string>;
}

/**
 * The nodes that are reached from `start`, in groups whose members reach each other (strongly connected components: Tarjan, 1972); a
 * group comes after those that it leads to. Nodes that `isKnown` are left out. It does not recurse: ten thousand in a row are no
 * danger to the stack.
 */
export function* groupsThatReachEachOther(
  start: string,
  next: (node: string) => Iterable<string>,
  isKnown: (node: string) => boolean,
): Generator<ReadonlySet<string>> {
  const visits = new Map<string, Visit>();
  const ungrouped: string[] = [];
  const isUngrouped = new Set<string>();
  const way: Visit[] = [];
  const enter = (node: string) => {
    const visit = { node, order: visits.size, low: visits.size, ahead: next(node)[Symbol.iterator]() };
    visits.set(node, visit);
    ungrouped.push(node);
    isUngrouped.add(node);
    way.push(visit);
  };
  enter(start);
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const step = here.ahead.next();
    if (!step.done) {
      const seen = visits.get(step.value);
      if (seen && isUngrouped.has(step.value)) here.low = Math.min(here.low, seen.order);
      else if (!seen && !isKnown(step.value)) enter(step.value);
      continue;
    }
    way.pop();
    const above = way.at(-1);
    if (above) above.low = Math.min(above.low, here.low);
    if (here.low < here.order) continue;
    const group = new Set(ungrouped.splice(ungrouped.lastIndexOf(here.node)));
    for (const node of group) isUngrouped.delete(node);
    yield group;
  }
}
