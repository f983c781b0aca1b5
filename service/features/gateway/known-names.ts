/** The same few names come again and again; a flood of others does not grow it. */
const mostKnown = 1000;

/** Asks once for each name, and remembers what it was told. */
export function knownNames(decide: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const told = known.get(name);
    if (told !== undefined) return told;
    if (known.size >= mostKnown) known.clear();
    const decided = decide(name);
    known.set(name, decided);
    return decided;
  };
}
