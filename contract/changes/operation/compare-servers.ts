import type { Server } from '../../model.ts';
import type { Change } from '../change.ts';
import { listWords } from '../value-words.ts';

/** Where requests go (OpenAPI 3.1 §4.8.5). */
export function compareServers(before: readonly Server[], after: readonly Server[]): Change[] {
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length === 0 && come.length === 0) return [];
  const one = (rule: string, isBreaking: boolean, text: string): Change[] => [
    { rule, isBreaking, where: 'base address', path: '', text },
  ];
  if (gone.length > 0 && come.length > 0) {
    return one('server-changed', true, `is ${listWords(come, 'or')} instead of ${listWords(gone, 'or')}`);
  }
  return gone.length > 0
    ? one('server-removed', true, `is no longer ${listWords(gone, 'or')}`)
    : one('server-added', false, `can be ${listWords(come, 'or')}, too, now`);
}

const without = (servers: readonly Server[], others: readonly Server[]) =>
  servers.map(({ url }) => url).filter((url) => !others.some((other) => other.url === url));
