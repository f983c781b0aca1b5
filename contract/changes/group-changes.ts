import type { Change } from './change.ts';

/** Changes of one place that say the same of several members: `page, per_page and total were removed`. */
export interface ChangeGroup {
  readonly isBreaking: boolean;
  readonly where: string;
  /** What it is about, where it is not the whole place. */
  readonly names: readonly string[];
  readonly text: string;
}

/**
 * Brings together what is said alike of members beside each other, of parameters of one kind, and of headers of one answer. Places
 * stand as their first change did, in each what breaks stands first.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const where = kindOf(change)?.kind ?? change.where;
    const key = [where, parentOf(change.path), change.text, change.isBreaking].join('\n');
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const told = [...groups.values()].map(tellGroup);
  const places = [...new Set(told.map(({ where }) => where))];
  const rank = ({ where, isBreaking }: ChangeGroup) => 2 * places.indexOf(where) + (isBreaking ? 0 : 1);
  return told.sort((left, right) => rank(left) - rank(right));
}

function tellGroup(group: readonly [Change, ...Change[]]): ChangeGroup {
  const [{ isBreaking, where, path, text }] = group;
  if (group.length === 1) {
    const isOfMany = path === '' && /\banswers [^,]+(?:, \w+)* and \w+$/.test(where);
    return { isBreaking, where, names: path === '' ? [] : [path], text: isOfMany ? pluralWords(text) : text };
  }
  const kind = kindOf(group[0])?.kind;
  const names = group.map((change) => kindOf(change)?.name ?? change.path).filter((name) => name !== '');
  return { isBreaking, where: kind ? `${kind}s` : where, names, text: pluralWords(text) };
}

/** `query parameter page` is one of the query parameters, where the parameter itself is meant. */
function kindOf({ where, path }: Change): { readonly kind: string; readonly name: string } | undefined {
  const { kind, name } = /^(?<kind>.*\b(?:parameter|header)) (?<name>.+)$/.exec(where)?.groups ?? {};
  return path === '' && kind !== undefined && name !== undefined ? { kind, name } : undefined;
}

const parentOf = (path: string) => path.replace(/(?:^|\.)[^.[\]()]+$/, '');

const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/^is\b/, 'are'],
  [/^was\b/, 'were'],
  [/^has\b/, 'have'],
  [/^matches\b/, 'match'],
  [/^(take|need|default|change)s\b/, '$1'],
];

const pluralWords = (text: string) => PLURALS.reduce((words, [one, many]) => words.replace(one, many), text);
