/** `src/features/shell/RenderedOnce.tsx` asks under this name whether a part is known. */
const HAS = Symbol.for('portolan.reference.has-part');
const PART = /<portolan-part name="([^"]*)">([\s\S]*?)<\/portolan-part>/g;

/** The HTML of parts that many pages have alike: React leaves them empty from the second page on, and they are set in. */
export class KeptParts {
  readonly #html = new Map<string, string>();

  /** To be called before a page is rendered. */
  offer(): void {
    Object.assign(globalThis, { [HAS]: (name: string) => this.#html.has(name) });
  }

  /** A page as it would be without parts. */
  setInto(html: string): string {
    return html.replace(PART, (_part, name: string, inside: string) => {
      if (!this.#html.has(name)) this.#html.set(name, inside);
      return this.#html.get(name) ?? '';
    });
  }
}
