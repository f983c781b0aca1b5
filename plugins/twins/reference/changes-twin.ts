import type { ChangesPage, OperationChanges } from '../../../contract/reference-page.ts';
import { code, link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import { joinBlocks, type TwinTools } from './twin-tools.ts';

const WORDS = { added: 'New', removed: 'Removed', changed: 'Changed', deprecated: 'Deprecated' } as const;

/** The Markdown twin of what changed between two versions. */
export function changesTwin({ title, from, version, counts, operations }: ChangesPage, tools: TwinTools): string {
  const { breaking, added, changed } = counts;
  return joinBlocks([
    `# ${plainText(title)}`,
    `${plainText(tools.title)}, from ${plainText(from)} to ${plainText(version)}: ${breaking} can break an integration, ${added} added, ${changed} changed.`,
    ...Object.entries(WORDS).flatMap(([kind, heading]) => {
      const here = operations.filter((operation) => operation.kind === kind);
      return here.length === 0 ? [] : [`## ${heading}`, here.map(operationItem).join('\n')];
    }),
  ]);
}

function operationItem({ title, method, path, before, after, changes }: OperationChanges): string {
  const page = after ?? before;
  const name = page ? link(title, twinAddress(page.href)) : plainText(title);
  const lines = changes.map(
    ({ isBreaking, place, text }) => `  - ${isBreaking ? '**breaking** ' : ''}${plainText(place)} ${plainText(text)}`,
  );
  return [`- ${name}, ${code(`${method.toUpperCase()} ${path}`)}`, ...lines].join('\n');
}
