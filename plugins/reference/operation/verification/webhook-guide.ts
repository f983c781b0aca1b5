import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageLink } from '../../../../contract/reference-page.ts';

const GUIDE = /(?:^|\/)(?:\d+[-_. ]+)?(?:verify(?:ing)?-)?webhooks?\.mdx?$/i;

/**
 * The portal's guide on webhooks: the one whose file is called `webhooks.md`. Its address is its `slug`, else that of its file
 * (https://docusaurus.io/docs/create-doc#doc-urls). Undefined where there is none, or no guides at all.
 */
export function webhookGuide(docsFolder: string | null, hiddenGuides: readonly string[] = []): PageLink | undefined {
  if (docsFolder === null) return undefined;
  const files = globSync('**/*.{md,mdx}', { cwd: docsFolder }).map((file) => file.replaceAll(path.sep, '/'));
  const file = files
    .filter((one) => GUIDE.test(one) && !hiddenGuides.includes(one))
    .sort((a, b) => a.length - b.length)[0];
  if (file === undefined) return undefined;
  const frontMatter = /^---\r?\n(.*?)\r?\n---/s.exec(readFileSync(path.join(docsFolder, file), 'utf8'))?.[1] ?? '';
  const slug = valueOf(frontMatter, 'slug');
  return { title: valueOf(frontMatter, 'title') ?? 'Webhooks', href: `/docs${addressOf(file, slug)}` };
}

/** One plain member of front matter. */
function valueOf(frontMatter: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(['"]?)(.+?)\\1[ \\t]*$`, 'm').exec(frontMatter)?.[2];
}

function addressOf(file: string, slug: string | undefined): string {
  if (slug?.startsWith('/')) return slug;
  const steps = file.split('/').map((step) => step.replace(/^\d+[-_. ]+/, ''));
  const folders = steps.slice(0, -1).map((step) => `/${step}`);
  return `${folders.join('')}/${slug ?? steps.at(-1)?.replace(/\.mdx?$/i, '') ?? ''}`;
}
