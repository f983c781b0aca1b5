import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const inPackage = (name: string, file: string) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const here = (name: string) => path.join(import.meta.dirname, name);

/** Modules that Docusaurus and libraries bring, by file, and what is taken in their place. */
export const REPLACEMENTS: Readonly<Record<string, string>> = {
  // A highlighter with all its grammars, in every page; ours (src/ui/highlight) comes when it is needed.
  [inPackage('@docusaurus/theme-classic', 'lib/prism-include-languages.js')]: here('nothing.ts'),
  // The code of ten other pages, before the reader has looked at this one; it still comes when the pointer is on a link.
  [inPackage('@docusaurus/core', 'lib/client/prefetch.js')]: here('no-prefetch.ts'),
  // Ten attributes on each icon, of which a page has twenty.
  [inPackage('lucide-react', 'dist/esm/createLucideIcon.mjs')]: here('create-icon.ts'),
};
