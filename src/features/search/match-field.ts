import { wordsOf, type SearchField, type SearchFields } from '../../../contract/search-files';
import { beginsOne, TIER, type Match } from './match-name';
import type { NamedPage } from './named-page';
import { stemOf, type Query } from './query';

/** A parameter or property on a page. */
export interface FieldPlace {
  readonly page: NamedPage;
  /** As it is written: `holder.email`. */
  readonly path: string;
  /** Where in an operation: `query parameter`, `request body`, `answer 201`. */
  readonly where?: string;
  readonly href: string;
}

/** All places of one name. */
export interface FieldName {
  readonly name: string;
  readonly words: string;
  readonly places: readonly FieldPlace[];
}

/** The id on a component's page that its properties' ids begin with. */
const SCHEMA_ROOT = 'schema';

/** The fields of an API version by name; `pages` are {@link namedPages} of the same. */
export function fieldNames(pages: readonly NamedPage[], { fields }: SearchFields): FieldName[] {
  const byName = new Map<string, FieldPlace[]>();
  fields.forEach((list, position) => {
    const page = pages[position];
    if (!page) return;
    const add = (path: readonly string[], anchor: string, where?: string) => {
      const name = path.at(-1)?.toLowerCase() ?? '';
      const place = { page, path: path.join('.'), where, href: `${page.href}#${encodeURI(anchor)}` };
      const known = byName.get(name);
      if (known) known.push(place);
      else byName.set(name, [place]);
    };
    list.forEach((field) => (page.kind === 'schema' ? walk(field, [], SCHEMA_ROOT, add) : walkOperation(field, add)));
  });
  return [...byName].map(([name, places]) => ({ name, words: wordsOf(name), places }));
}

type Add = (path: readonly string[], anchor: string, where?: string) => void;

function walkOperation(field: SearchField, add: Add): void {
  if (typeof field !== 'string') {
    const [part, ...inside] = field;
    const where = part === 'body' ? 'request body' : `answer ${part}`;
    inside.forEach((each) => walk(each, [], String(part), (path, anchor) => add(path, anchor, where)));
    return;
  }
  const dash = field.indexOf('-');
  const kind = field.slice(0, dash);
  add([field.slice(dash + 1)], field, kind === 'header' ? 'header' : `${kind} parameter`);
}

function walk(field: SearchField, above: readonly string[], anchor: string, add: Add): void {
  const [name, ...inside] = typeof field === 'string' ? [field] : field;
  const path = typeof name === 'number' ? above : [...above, name];
  if (typeof name === 'string') add(path, `${anchor}.${name}`);
  inside.forEach((each) => walk(each, path, `${anchor}.${name}`, add));
}

/** How well a field's name is what was asked for; `of` are further words, which its page must have (`offer expires_at`). */
export function matchField(field: FieldName, query: Query): (Match & { readonly of?: readonly string[] }) | undefined {
  const { text } = query;
  const asked = text.slice(text.lastIndexOf('.') + 1);
  const exact = query.isIdentifier ? TIER.exact : TIER.exactField;
  if (field.name === asked || (field.words === text && text.includes(' '))) return { tier: exact, extra: 0 };
  if (asked.length < 2) return undefined;
  const extra = field.name.length - asked.length;
  if (field.name.startsWith(asked)) return { tier: query.isIdentifier ? TIER.beginning : TIER.fieldBeginning, extra };
  const space = text.lastIndexOf(' ');
  const last = text.slice(space + 1);
  if (space < 0 || last.length < 3 || !field.name.startsWith(last)) return undefined;
  return {
    tier: TIER.fieldBeginning,
    extra: field.name.length - last.length,
    of: text.slice(0, space).split(' ').map(stemOf),
  };
}

/** Whether a place is meant, where the query says more than a name: `holder.email`, also where `Holder` is a schema; `offer expires_at`. */
export function isPlaceAsked({ path, page }: FieldPlace, { text }: Query, of: readonly string[] = []): boolean {
  const above = text.split('.').slice(0, -1);
  const isPath = above.length === 0 || `.${path.toLowerCase()}`.includes(`.${text}`);
  const isOfSchema = page.kind === 'schema' && above.every((name) => beginsOne(page.words, stemOf(name)));
  return (isPath || isOfSchema) && of.every((word) => beginsOne(page.words, word));
}
