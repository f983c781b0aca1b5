/** Reads a file of the search index once; again after it could not be read. */
export type LoadJson = <Value>(address: string) => Promise<Value>;

export function jsonLoader(read: typeof fetch = (...args) => fetch(...args)): LoadJson {
  const known = new Map<string, Promise<unknown>>();
  return async <Value>(address: string) => {
    let reading = known.get(address);
    if (!reading) {
      reading = readJson(read, address);
      known.set(address, reading);
      reading.catch(() => known.delete(address));
    }
    return (await reading) as Value;
  };
}

async function readJson(read: typeof fetch, address: string): Promise<unknown> {
  const answer = await read(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.json();
}
