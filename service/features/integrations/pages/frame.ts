import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A page that the build made, whose head and whose words without JavaScript are filled in here. */
export type Frame = (name: string) => Promise<string | null>;

/** Reads frames of `{siteFolder}`, each once for as long as its file is the same. Null: the site has no such page. */
export function frameReader(siteFolder: string): Frame {
  const known = new Map<string, { readonly at: number; readonly html: string }>();
  return async (name) => {
    const file = join(siteFolder, name);
    try {
      const { mtimeMs: at } = await stat(file);
      const kept = known.get(name);
      if (kept?.at === at) return kept.html;
      const html = await readFile(file, 'utf8');
      known.set(name, { at, html });
      return html;
    } catch {
      // The site is not built, or is elsewhere.
      return null;
    }
  };
}

export interface Filling {
  /** In words, not HTML: for the head. */
  readonly title: string;
  readonly description: string;
  /** `/integrations/halden-campus` */
  readonly path: string;
  /** HTML: what is read where there is no JavaScript. React passes `<noscript>` by when it takes the page over. */
  readonly words: string;
}

const place = /<div data-directory(?:="")?>[\s\S]*?<\/div>(?=<\/noscript>)/;
/** The frame's address in its own head, which Docusaurus took from its pattern. */
const framePath = '/integrations/:integration';

/** The frame as the page at `path`. `escape` makes text HTML. */
export function fillFrame(
  html: string,
  { title, description, path, words }: Filling,
  escape: (text: string) => string,
): string {
  const meta = (name: string) =>
    new RegExp(`(<meta [^>]*?(?:name|property)="?${name}"?[^>]*? content=)(?:"[^"]*"|[^\\s>]+)`);
  const filled = html
    .replaceAll(framePath, () => path)
    .replace(/<title[^>]*>[\s\S]*?<\/title>/, (tag) => `${tag.slice(0, tag.indexOf('>') + 1)}${escape(title)}</title>`)
    .replace(place, () => `<div data-directory>${words}</div>`);
  const head: readonly (readonly [string, string])[] = [
    ...[['og:title', title] as const],
    ...[['description', description] as const, ['og:description', description] as const],
  ];
  return head.reduce(
    (page, [name, text]) => page.replace(meta(name), (_, begin: string) => `${begin}"${escape(text)}"`),
    filled,
  );
}
