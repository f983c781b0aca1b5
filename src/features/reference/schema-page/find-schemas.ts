import type { SchemaListItem } from '../../../../contract/reference-page';

/** The schemas whose names have all words of a query, those that begin with it first. */
export function findSchemas(schemas: readonly SchemaListItem[], query: string): readonly SchemaListItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return schemas;
  const found = schemas.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const begins = ({ name }: SchemaListItem) => name.toLowerCase().startsWith(first);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
