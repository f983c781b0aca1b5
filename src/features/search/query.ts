import { wordsOf } from '../../../contract/search-files';

/** What a reader typed, in the forms that names are compared with. */
export interface Query {
  /** In small letters, with single spaces. */
  readonly text: string;
  /** Without words like "a" and "the". */
  readonly bare: string;
  /** Their beginnings: see {@link stemOf}. */
  readonly words: readonly string[];
  /** The parts of a name that was typed as one: `createOff` → `create`, `off`. None where they are the words. */
  readonly parts: readonly string[];
  /** Where the first word is a method: it, and what follows. */
  readonly method?: string;
  readonly rest?: Query;
  /** The segments of what looks like a path: `/repos/{owner}`, or an address that was pasted. */
  readonly segments: readonly string[];
  /** Whether it is written as programs write names: `expires_at`, `holder.email`, `createdAt`. */
  readonly isIdentifier: boolean;
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'query', 'webhook']);

export function readQuery(typed: string): Query {
  const trimmed = typed.trim().replace(/\s+/g, ' ');
  const text = trimmed.toLowerCase();
  const words = splitWords(text).map(stemOf);
  const parts = wordsOf(trimmed).split(' ').filter(Boolean).map(stemOf);
  const [first = '', ...others] = trimmed.split(' ');
  const method = METHODS.has(first.toLowerCase()) ? first.toLowerCase() : undefined;
  return {
    text,
    bare: bareWords(text),
    words,
    parts: parts.length === words.length ? [] : parts,
    method,
    rest: method && others.length > 0 ? readQuery(others.join(' ')) : undefined,
    segments: text.includes('/') ? segmentsOf(text) : [],
    isIdentifier: /^\S*(?:[_.]|\p{Ll}\p{Lu})\S*$/u.test(trimmed),
  };
}

/** Letters and digits; the underscore is none, so that `expires_at` has two words. */
export const splitWords = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** `offers` finds `offer` as well, and `repositories` finds `repository`. */
export const stemOf = (word: string): string => (word.length > 3 ? word.replace(/(?:ies|(?<!s)s)$/, '') : word);

const ARTICLES = /(?<=^| )(?:an?|the) (?=.)/g;
export const bareWords = (text: string): string => text.replace(ARTICLES, '');

/** `https://api.example.org/offers/7?x=1` → `offers`, `7`. */
export function segmentsOf(path: string): string[] {
  const address = path.replace(/^[a-z]+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  return address.split('/').filter(Boolean);
}
