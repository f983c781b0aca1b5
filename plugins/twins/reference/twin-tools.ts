import { confineMarkdown, isOneParagraph } from '../markdown/confine-markdown.ts';

/** What the twins of one API version's pages are written with. */
export interface TwinTools {
  readonly api: string;
  readonly version: string;
  /** What the portal calls the API. */
  readonly title: string;
  /** The origin and path of the gateway for this version: `http://localhost:3000/gateway/cardea/v2`. */
  readonly gateway: string;
  /** The Markdown that rendered HTML was made from, as its author wrote it. */
  readonly source: (html: string) => string;
}

/** A twin's lines; blocks are parted by an empty line. */
export type Blocks = (string | undefined)[];

export function joinBlocks(blocks: Blocks): string {
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
}

/** An author's Markdown below a heading of this level. */
export function prose(html: string | undefined, below: number, { source }: TwinTools): string | undefined {
  return html === undefined || html === '' ? undefined : confineMarkdown(source(html), below);
}

/** An author's Markdown within a list: `inline` behind what stands there, or else `block` below it. */
export function proseInList(html: string | undefined, { source }: TwinTools): { inline?: string; block?: string } {
  if (html === undefined || html === '') return {};
  const markdown = confineMarkdown(source(html), 6);
  return isOneParagraph(markdown) ? { inline: markdown.replace(/\s*\n\s*/g, ' ') } : { block: markdown };
}
