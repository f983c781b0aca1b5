import type { ChangeCounts } from '../../../../contract/reference-page';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `12 operations changed, 1 was removed, 30 are new. 79 changes can break an integration.` */
export function countsInWords({ breaking, added, changed, removed }: ChangeCounts): string {
  const verb = (count: number, one: string, many: string) => (count === 1 ? one : many);
  const operations = [
    changed > 0 && `${counted(changed, 'operation')} changed`,
    removed > 0 && `${counted(removed, 'operation')} ${verb(removed, 'was', 'were')} removed`,
    added > 0 && `${counted(added, 'operation')} ${verb(added, 'is', 'are')} new`,
  ].filter((part) => part !== false);
  const first = operations.length === 0 ? '' : `${operations.join(', ')}. `;
  const last =
    breaking === 0 ? 'No change can break an integration.' : `${counted(breaking, 'change')} can break an integration.`;
  return first + last;
}
