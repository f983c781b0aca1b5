import type { ChangesPage, ChangeView, OperationChanges } from '../../../contract/reference-page.ts';
import { code, link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import { joinBlocks, type TwinTools } from './twin-tools.ts';

const WORDS = { added: 'New', removed: 'Removed', changed: 'Changed', deprecated: 'Deprecated' } as const;

/** The Markdown twin of what changed between two versions. */
export function changesTwin(
  { title, from, version, counts, shared, operations }: ChangesPage,
  tools: TwinTools,
): string {
  const { breaking, added, changed, removed } = counts;
  return joinBlocks([
    `# ${plainText(title)}`,
    `${plainText(tools.title)}, from ${plainText(from)} to ${plainText(version)}: ${breaking} changes can break an integration; ${changed} operations changed, ${removed} removed, ${added} new.`,
    ...(shared.length > 0 ? ['## For all operations', shared.map((change) => changeItem(change, '')).join('\n')] : []),
    ...Object.entries(WORDS).flatMap(([kind, heading]) => {
      const here = operations.filter((operation) => operation.kind === kind);
      return here.length === 0 ? [] : [`## ${heading}`, here.map(operationItem).join('\n')];
    }),
  ]);
}

function operationItem({ title, method, path, before, after, changes }: OperationChanges): string {
  const page = after ?? before;
  const name = page ? link(title, twinAddress(page.href)) : plainText(title);
  const head = `- ${name}, ${code(`${method.toUpperCase()} ${path}`)}`;
  return [head, ...changes.map((change) => changeItem(change, '  '))].join('\n');
}

function changeItem({ isBreaking, place, names, text }: ChangeView, indent: string): string {
  const what = names.length === 0 ? ' ' : `: ${names.map(code).join(', ')} `;
  return `${indent}- ${isBreaking ? '**breaking** ' : ''}${plainText(place)}${what}${plainText(text)}`;
}
