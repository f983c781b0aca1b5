import type { Change } from './change.ts';

/** Changes of one place that say the same of several members: `page, per_page and total were removed`. */
export interface ChangeGroup {
  readonly isBreaking: boolean;
  readonly where: string;
  readonly paths: readonly string[];
  readonly text: string;
}

/**
 * Brings together what is said alike of members beside each other. Places stand as their first change did, in each what breaks
 * stands first.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = [change.where, parentOf(change.path), change.text, change.isBreaking].join('\n');
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const places = [...new Set(changes.map(({ where }) => where))];
  const told = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { isBreaking, where, text } = first;
    const paths = group.map(({ path }) => path).filter((path) => path !== '');
    return [{ isBreaking, where, paths, text: paths.length > 1 ? pluralWords(text) : text }];
  });
  const rank = ({ where, isBreaking }: ChangeGroup) => 2 * places.indexOf(where) + (isBreaking ? 0 : 1);
  return told.sort((left, right) => rank(left) - rank(right));
}

const parentOf = (path: string) => path.replace(/(?:^|\.)[^.[\]()]+$/, '');

function pluralWords(text: string): string {
  return text
    .replace(/^is\b/, 'are')
    .replace(/^was\b/, 'were')
    .replace(/^has\b/, 'have')
    .replace(/^(takes|matches|needs|defaults|changes)\b/, (verb) => (verb === 'matches' ? 'match' : verb.slice(0, -1)));
}
