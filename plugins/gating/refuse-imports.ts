import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GuideAccess } from '../../contract/read/index.ts';
import { PortalError } from '../../contract/read/portal-error.ts';

const IMPORTED = /\b(?:from|import|require)\b[\s(]*["'](?:[^"'!]*!)*([^"']+?\.mdx?)(?:\?[^"']*)?["']/g;

/** Guides and partials that would bring the text of a guide to readers for whom it is not. */
export function refuseImports(docsFolder: string, files: readonly string[], access: GuideAccess): PortalError[] {
  if (access.size === 0) return [];
  return files
    .filter((file) => /\.(?:mdx|jsx?|tsx?)$/.test(file))
    .flatMap((file) => {
      const place = path.join(docsFolder, file);
      const source = readFileSync(place, 'utf8');
      return [...source.matchAll(IMPORTED)].flatMap((found) => {
        const needed = access.get(guideNamed(found[1] ?? '', file, docsFolder));
        const readers = access.get(file);
        if (!needed || readers?.every((group) => needed.includes(group))) return [];
        const sentence = `this brings the text of "${found[1]}", which is early access for ${needed.join(', ')}, to others. Give both the same "access", or move what both need into a file of its own.`;
        const line = source.slice(0, found.index).split('\n').length;
        return [new PortalError(sentence, { file: place, line })];
      });
    });
}

/** What an import names, relative to the folder of guides; `@site/` is the program's folder. */
function guideNamed(name: string, from: string, docsFolder: string): string {
  const program = path.resolve(import.meta.dirname, '../..');
  const file = name.startsWith('@site/')
    ? path.join(program, name.slice('@site/'.length))
    : path.resolve(docsFolder, path.dirname(from), name);
  return path.relative(docsFolder, file).replaceAll(path.sep, '/');
}
