import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fence } from './inline.ts';

/** The part of a Markdown tree (mdast) that is read here. */
interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
  readonly children?: readonly Node[];
}

/** What can begin a block that reaches beyond its own lines, or is a heading: `#`, underlines, fences, HTML. */
const STRUCTURE = /^[ \t>*+\d.)-]{0,40}(?:#|`{3}|~{3}|<|[=-]+[ \t]*$)/m;
const SENTINEL = '\n\n# end of this text\n';
const known = new Map<string, string>();

/**
 * An author's Markdown, made fit to stand among ours: its headings are below the level `below` (bold where `below` is 6), and nothing
 * that it leaves open (a fence, a comment, a `<script>`) takes in what follows. Where that cannot be had, it is shown as code.
 */
export function confineMarkdown(markdown: string, below: number): string {
  const text = markdown.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  if (!STRUCTURE.test(text)) return text;
  const key = `${below}${text}`;
  const confined = known.get(key) ?? closed(lowerHeadings(text, below)) ?? fence(text, 'md');
  known.set(key, confined);
  return confined;
}

/** Whether Markdown is one paragraph that can stand behind other words in a line. */
export function isOneParagraph(markdown: string): boolean {
  return !/\n\s*\n|^\s*(?:[#>|<]|[-+*]\s|\d{1,9}[.)]\s|`{3}|~{3}|[=-]+\s*$| {4}|\t)/m.test(markdown);
}

function lowerHeadings(text: string, below: number): string {
  const parts: string[] = [];
  let end = 0;
  for (const heading of headingsOf(parse(text))) {
    const [from, to] = span(heading);
    const inner = heading.children ?? [];
    const [start] = span(inner[0]);
    const [, stop] = span(inner.at(-1));
    const words = text.slice(start, stop).replace(/\s*\n\s*/g, ' ');
    const level = below + (heading.depth ?? 1);
    parts.push(text.slice(end, from), below >= 6 ? `**${words}**` : `${'#'.repeat(Math.min(level, 6))} ${words}`);
    end = to;
  }
  return parts.join('') + text.slice(end);
}

function* headingsOf(node: Node): Generator<Node> {
  if (node.type === 'heading') yield node;
  else for (const child of node.children ?? []) yield* headingsOf(child);
}

/** The text, with its last fence closed where it was left open; undefined where what follows would still be taken in. */
function closed(text: string): string | undefined {
  return [text, `${text}\n\`\`\``, `${text}\n~~~`].find((one) => {
    const last = parse(one + SENTINEL).children?.at(-1);
    const [start] = span(last);
    return last?.type === 'heading' && start === one.length + 2;
  });
}

function parse(text: string): Node {
  return unified().use(remarkParse).parse(text);
}

function span(node: Node | undefined): [number, number] {
  return [node?.position?.start.offset ?? 0, node?.position?.end.offset ?? 0];
}
