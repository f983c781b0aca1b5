import type { BodyView, OperationPage, SchemaPage, SchemaView } from '../../contract/reference-page.ts';
import type { SearchField } from '../../contract/search-files.ts';

/** As deep as a page shows a schema; what is inside named schemas is found on their own pages. */
const DEEPEST = 2;

/** An operation's parameters, and what stands in its body and answers without being a component: see {@link SearchField}. */
export function fieldsOfOperation(page: OperationPage): SearchField[] {
  const parameters = page.parameters.map((parameter) => `${parameter.in}-${parameter.name}`);
  const answers = page.responses.map(({ status, content }) => [status, ...inContent(content)]);
  return [...parameters, ...[['body', ...inContent(page.body?.content)], ...answers].filter(isParent)];
}

/** A component's properties. */
export const fieldsOfSchema = ({ schema }: SchemaPage): SearchField[] => inside(schema, DEEPEST);

/** The first media type: the others say the same in other words. */
function inContent(content: BodyView['content'] | undefined): SearchField[] {
  const schema = content?.[0]?.schema;
  return schema && !isComponent(schema) ? inside(schema, DEEPEST) : [];
}

const isComponent = (schema: SchemaView) => schema.name !== undefined || schema.items?.name !== undefined;

function inside(schema: SchemaView, depth: number): SearchField[] {
  const own = (schema.properties ?? []).map(({ name, schema: property }): SearchField => {
    const below = depth > 1 && !isComponent(property) ? inside(property, depth - 1) : [];
    return isSome(below) ? [name, ...below] : name;
  });
  const items = schema.items && schema.items.name === undefined ? inside(schema.items, depth) : [];
  const alternatives = (schema.alternatives?.schemas ?? []).flatMap((alternative, index): SearchField[] => {
    const fields = alternative.name === undefined ? inside(alternative, depth) : [];
    return isSome(fields) ? [[index + 1, ...fields]] : [];
  });
  return [...own, ...items, ...alternatives];
}

const isSome = (fields: SearchField[]): fields is [SearchField, ...SearchField[]] => fields.length > 0;

function isParent(list: readonly (string | SearchField)[]): list is [string, ...SearchField[]] {
  return list.length > 1;
}
