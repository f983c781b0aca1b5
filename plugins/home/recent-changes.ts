import { createSlugger, type Slugger } from '@docusaurus/utils';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { HomeChange } from '../../contract/home-page.ts';

/** The part of a Markdown tree (mdast) that is read here. */
interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const MOST_CHANGES = 3;
const MOST_POINTS = 2;

/**
 * The newest entries of a changelog: its headings of the second level, in order, each with the first sentences of what
 * stands below it. `page` is the address of the changelog's page, whose anchors are made as Docusaurus makes them.
 */
export function recentChanges(markdown: string, page: string): HomeChange[] {
  const withoutFrontMatter = markdown.replace(/^---\n[^]*?\n---\n/, '');
  const { children = [] } = unified().use(remarkParse).use(remarkGfm).parse(withoutFrontMatter) as Node;
  const slugger = createSlugger();
  const entries: { title: string; to: string; points: string[] }[] = [];
  for (const node of children) {
    if (node.type === 'heading') {
      const { title, anchor } = readHeading(textIn(node), slugger);
      if (node.depth === 2) entries.push({ title, to: `${page}#${anchor}`, points: [] });
    } else {
      entries.at(-1)?.points.push(...pointsIn(node));
    }
  }
  return entries.slice(0, MOST_CHANGES).map((entry) => ({ ...entry, points: entry.points.slice(0, MOST_POINTS) }));
}

/** An anchor may be given: `## Version 2 {#v2}`. */
function readHeading(text: string, slugger: Slugger): { title: string; anchor: string } {
  const given = /^(?<title>.*?)\s*\{#(?<anchor>[\w-]+)\}$/.exec(text)?.groups;
  return { title: given?.title ?? text, anchor: given?.anchor ?? slugger.slug(text) };
}

function pointsIn(node: Node): string[] {
  if (node.type === 'list') return (node.children ?? []).map(firstSentence);
  return node.type === 'paragraph' ? [firstSentence(node)] : [];
}

function firstSentence(node: Node): string {
  const text = textIn(node).replace(/\s+/g, ' ').trim();
  return /^.+?[.?](?=\s+\p{Lu}|$)/u.exec(text)?.[0] ?? text;
}

function textIn({ value = '', children = [] }: Node): string {
  return value + children.map(textIn).join('');
}
