import { plainText } from '../markdown/inline.ts';
import { markAdmonitions } from './admonitions.ts';
import type { Guide } from './guide.ts';
import { type GuideTools, rewriteGuide } from './rewrite-guide.ts';

/** The Markdown twin of a guide, from its source: nearly as it was written. */
export function guideTwin(guide: Guide, source: string, tools: GuideTools): string {
  const body = source
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n.*?\n---[ \t]*(?:\n|$)/s, '')
    .replace(/^(#{1,6} .*?)[ \t]*\{#[\w-]+\}[ \t]*$/gm, '$1');
  const markdown = markAdmonitions(rewriteGuide(body, guide.file.endsWith('.mdx'), tools));
  const description = guide.description === '' ? '' : `> ${plainText(guide.description)}\n\n`;
  const text = markdown.replace(/\n{3,}/g, '\n\n').trim();
  return `# ${plainText(guide.title)}\n\n${description}${text.replace(/^# .*\n+/, '')}\n`;
}
