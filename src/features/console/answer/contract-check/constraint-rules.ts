import type { SchemaView } from '../../../../../contract/reference-page';
import { keepsTo, matches } from '../../request/check-constraints';

/** What a value is of which a rule speaks; of lists and objects as much as rules ask for. */
export type Subject =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'array'; readonly size: number; readonly isDistinct: () => boolean; readonly named: number }
  | { readonly kind: 'object'; readonly names: ReadonlySet<string> };

/** One of a contract's constraints, with the words that it is known by. */
export interface Rule {
  readonly words: string;
  readonly holds: (subject: Subject) => boolean;
}

const made = new WeakMap<SchemaView, readonly Rule[]>();

/** The constraints of a view that can be checked; those of a kind that is not known here are left to the gateway. */
export function rulesOf(view: SchemaView): readonly Rule[] {
  let rules = made.get(view);
  if (!rules) made.set(view, (rules = (view.constraints ?? []).flatMap(readRule)));
  return rules;
}

export function brokenRule(view: SchemaView, subject: Subject): string | null {
  return rulesOf(view).find((rule) => !rule.holds(subject))?.words ?? null;
}

function readRule(words: string): readonly Rule[] {
  const of = <Kind extends Subject['kind']>(
    kind: Kind,
    holds: (subject: Extract<Subject, { kind: Kind }>) => boolean,
  ): readonly Rule[] => [
    { words, holds: (subject) => subject.kind !== kind || holds(subject as Extract<Subject, { kind: Kind }>) },
  ];
  const [bounds = '', unit = ''] = splitUnit(words);
  const within = (count: number): boolean => bounds.split(', ').every((bound) => keepsTo(bound, count));
  if (words === 'no further items') return of('array', ({ size, named }) => size <= named);
  if (unit === 'character') return of('string', ({ text }) => within(Array.from(text).length));
  if (unit === 'item') return of('array', ({ size }) => within(size));
  if (unit === 'property') return of('object', ({ names }) => within(names.size));
  if (words.startsWith('matches ')) return of('string', ({ text }) => matches(words.slice('matches '.length), text));
  if (words === 'no item twice') return of('array', ({ isDistinct }) => isDistinct());
  if (words.startsWith('needs ')) return readNeed(words, (holds) => of('object', ({ names }) => holds(names)));
  if (/(?:holds \S+ )?encoded as base64(?:url)?$/.test(words)) return of('string', ({ text }) => isBase64(text));
  return /\d/.test(words) && !words.startsWith('holds ') ? of('number', ({ number }) => within(number)) : [];
}

function splitUnit(words: string): readonly string[] {
  const match = /^(.*?) (character|item|property)(?:s)?$/.exec(words.replace(/properties$/, 'property'));
  return match ? [match[1] ?? '', match[2] ?? ''] : [words, ''];
}

type Names = ReadonlySet<string>;

/** `needs a and b`; `needs a, or b with c`; the same with `, not several`. Names that hold such words themselves are not guessed at. */
function readNeed(words: string, rule: (holds: (names: Names) => boolean) => readonly Rule[]): readonly Rule[] {
  const said = words.slice('needs '.length).replace(/, not several$/, '');
  const isOne = words.endsWith(', not several');
  const isChoice = said.includes(', or ') || said.includes(' with ');
  const groups = isChoice ? said.split(', or ').map((group) => group.split(' with ')) : [said.split(/, | and /)];
  if (!groups.flat().every((name) => /^[\w$.@:-]+$/.test(name))) return [];
  return rule((names) => {
    const met = groups.filter((group) => group.every((name) => names.has(name))).length;
    return isOne ? met === 1 : met > 0;
  });
}

function isBase64(text: string): boolean {
  return /^[\w+/-]*={0,2}\s*$/.test(text.replace(/[\r\n]/g, ''));
}
