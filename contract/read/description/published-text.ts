import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../json-value.ts';
import { parseSource, type Source } from '../source/index.ts';
import { writeDescription } from './write-description.ts';

/**
 * What readers may download, where it is not the file as it is. Where only `x-sandbox` is taken out of one YAML file, its other
 * lines stay as the author wrote them, with their comments.
 */
export function publishedText(
  source: Source,
  root: JsonObject,
  taken: { readonly hidden: number; readonly sandbox: number },
): string | undefined {
  if (taken.hidden === 0 && taken.sandbox === 0 && source.otherFiles.length === 0) return undefined;
  const isOnlySandbox = taken.hidden === 0 && source.otherFiles.length === 0;
  const cut = isOnlySandbox && /\.ya?ml$/i.test(source.file) ? withoutBlocks(source.text) : undefined;
  return cut !== undefined && says(source.file, cut, root) ? cut : writeDescription(source.file, root);
}

/** The lines of `x-sandbox:` and those that are further in. Whether that was right, the caller looks. */
function withoutBlocks(text: string): string {
  let deeperThan = -1;
  const kept = text.split('\n').filter((line) => {
    const indent = line.search(/\S/);
    if (deeperThan >= 0 && (indent < 0 || indent > deeperThan)) return false;
    deeperThan = /^ *x-sandbox:/.test(line) ? indent : -1;
    return deeperThan < 0;
  });
  return kept.join('\n');
}

/** A line that looks the same may stand in a prose text, and an alias may lead to what was cut. */
function says(file: string, text: string, root: JsonObject): boolean {
  try {
    return isDeepStrictEqual(parseSource(file, text).value, root);
  } catch {
    return false;
  }
}
