import type { Operation } from '../../../contract/model.ts';

const LONGEST_TITLE = 100;

/** What an operation is called in headings and lists: its summary, unless that is a whole paragraph (GitHub's webhooks have such). */
export function operationTitle({ summary, kind, path, id }: Operation): string {
  if (summary.length <= LONGEST_TITLE) return summary;
  return kind === 'webhook' ? path : id;
}

/** The Markdown under the title; a summary that is not the title is its beginning. */
export function operationDescription(operation: Operation): string | undefined {
  const { summary, description } = operation;
  if (operationTitle(operation) === summary || description?.startsWith(summary)) return description;
  return [summary, description].filter((part) => part !== undefined).join('\n\n');
}
