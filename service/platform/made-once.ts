/**
 * Makes the value of a key when it is first asked for, and keeps it under the key's name; one that could not be made is made again
 * the next time. Of more than `most` the oldest one is let go.
 */
export function madeOnce<Key, Value>(options: {
  readonly make: (key: Key) => Promise<Value>;
  readonly nameOf: (key: Key) => string;
  readonly most: number;
}): (key: Key) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const name = options.nameOf(key);
    const known = made.get(name);
    if (known !== undefined) return known;
    const oldest = made.keys().next();
    if (made.size >= options.most && !oldest.done) made.delete(oldest.value);
    const making = options.make(key);
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
}
