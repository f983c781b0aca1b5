import type { ChangeCounts } from '../../../../contract/reference-page';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `12 operations changed, 1 was removed, 30 are new. 79 changes can break an integration.` */
export function countsInWords({ breaking, added, changed, removed }: ChangeCounts): string {
  const parts = [
    { count: changed, one: 'changed', many: 'changed' },
    { count: removed, one: 'was removed', many: 'were removed' },
    { count: added, one: 'is new', many: 'are new' },
  ].filter(({ count }) => count > 0);
  const operations = parts.map(({ count, one, many }, index) => {
    const what = index === 0 ? counted(count, 'operation') : String(count);
    return `${what} ${count === 1 ? one : many}`;
  });
  const last =
    breaking === 0 ? 'No change can break an integration.' : `${counted(breaking, 'change')} can break an integration.`;
  return operations.length === 0 ? last : `${operations.join(', ')}. ${last}`;
}
