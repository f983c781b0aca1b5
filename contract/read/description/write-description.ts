import { dump } from 'js-yaml';

/** A description as text, in the format that its file's name says: JSON, or YAML with every alias written out. */
export function writeDescription(file: string, document: unknown): string {
  if (file.toLowerCase().endsWith('.json')) return `${JSON.stringify(document, null, 2)}\n`;
  return dump(document, { noRefs: true, lineWidth: 120 });
}
