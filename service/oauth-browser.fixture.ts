/** As much of a browser as a person without JavaScript needs: cookies with their paths, redirects, forms. */
export class Browser {
  status = 0;
  address = '';
  page = '';
  headers = new Headers();
  readonly #jar = new Map<string, { value: string; path: string }>();

  /** `guest` is the cookie that names the guest. */
  constructor(guest: string) {
    this.#keep(`${guest}; path=/`);
  }

  open(address: string): Promise<void> {
    return this.#go(address, {});
  }

  /** Posts the page's form with its hidden fields and these. */
  async fill(fields: Record<string, string>): Promise<void> {
    const hidden = [...this.page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const form = { ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])), ...fields };
    const action = /<form[^>]* action="([^"]+)"/.exec(this.page)?.[1] ?? this.address;
    await this.#post(new URL(action, this.address).href, form);
  }

  /** Presses a button of the consent page; says the status of the last answer. */
  async answer(answer: 'allow' | 'deny', headers: Record<string, string> = {}): Promise<number> {
    await this.#post(this.address, { answer }, headers);
    return this.status;
  }

  #post(address: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<void> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#go(address, {
      method: 'POST',
      headers: { ...type, origin: new URL(address).origin, ...headers },
      body: new URLSearchParams(form).toString(),
    });
  }

  async #go(address: string, init: RequestInit): Promise<void> {
    const { pathname, origin } = new URL(address);
    const mine = [...this.#jar].filter(([, { path }]) => pathname.startsWith(path));
    const cookie = mine.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(init.headers as Record<string, string>), cookie };
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    this.status = answer.status;
    this.headers = answer.headers;
    this.address = address;
    this.page = await answer.text();
    const location = answer.headers.get('location');
    if (answer.status < 300 || answer.status > 399 || location === null) return;
    const next = new URL(location, address);
    // The site is not built here: where the code goes to is enough.
    if (next.origin !== origin || next.pathname === '/authorized') this.address = next.href;
    else await this.#go(next.href, {});
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const [name = '', value = ''] = pair.split('=', 2);
    const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    this.#jar.set(name, { value, path });
  }
}
