import { AsyncLocalStorage } from 'node:async_hooks';

const path = new AsyncLocalStorage<string>();

/** Runs what answers a request to this path of the authorization server. */
export function answering<T>(asked: string, run: () => Promise<T>): Promise<T> {
  return path.run(asked, run);
}

/** Whether a page for a person is being answered, and not a client with a code of its own. */
export function isForPerson(): boolean {
  const asked = path.getStore();
  return asked === undefined || /^\/(?:device|authorize)\/?[^/]*$/.test(asked.split('?', 1)[0] ?? '');
}
