import { fetchJson, type Fetched } from './fetch-json';

/**
 * Files of the site, fetched once each: asked for ahead of time by `prefetch`, held while few. A file that could not be had is
 * asked for again.
 */
export class JsonCache<Value> {
  readonly #most: number;
  readonly #read: (href: string) => Promise<Fetched<Value>>;
  readonly #ready = new Map<string, Value>();
  readonly #underWay = new Map<string, Promise<Fetched<Value>>>();

  /** `most`: how many files are held; the one used longest ago goes first. */
  constructor(most: number, read: (href: string) => Promise<Fetched<Value>> = fetchJson) {
    this.#most = most;
    this.#read = read;
  }

  peek(href: string): Value | undefined {
    return this.#ready.get(href);
  }

  keep(href: string, value: Value): void {
    this.#ready.delete(href);
    this.#ready.set(href, value);
    const [oldest] = this.#ready.keys();
    if (this.#ready.size > this.#most && oldest !== undefined) this.#ready.delete(oldest);
  }

  async get(href: string): Promise<Fetched<Value>> {
    const value = this.#ready.get(href);
    if (value !== undefined) return { kind: 'ready', value };
    let fetching = this.#underWay.get(href);
    if (!fetching) {
      fetching = this.#read(href).finally(() => this.#underWay.delete(href));
      this.#underWay.set(href, fetching);
    }
    const fetched = await fetching;
    if (fetched.kind === 'ready') this.keep(href, fetched.value);
    return fetched;
  }

  prefetch(href: string): void {
    void this.get(href);
  }
}
