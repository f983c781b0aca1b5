import type { SchemaObject } from '../../../contract/model.ts';
import type { SchemaView } from '../../../contract/reference-page.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';
import { isWebAddress } from '../operation/web-address.ts';
import { constraintWords } from './constraint-words.ts';
import { typesOf, typeWords } from './type-words.ts';
import { enumView, valueText } from './value-views.ts';

const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 300;

/** What a schema says of a value itself, without what is inside of it. */
export function headView(schema: SchemaObject, render: RenderMarkdown, isWhole: boolean): SchemaView {
  const types = typesOf(schema);
  const descriptionHtml = render(schema.description, 4);
  const constraints = constraintWords(schema);
  const { externalDocs } = schema;
  return {
    type: typeWords(schema),
    ...(schema.title !== undefined && { title: schema.title }),
    ...(schema.format !== undefined && { format: schema.format }),
    ...(descriptionHtml !== '' && { descriptionHtml }),
    ...(schema.deprecated && { deprecated: true }),
    ...(schema.readOnly && { readOnly: true }),
    ...(schema.writeOnly && { writeOnly: true }),
    ...(types.length > 1 && types.includes('null') && { nullable: true }),
    ...(constraints.length > 0 && { constraints }),
    ...enumView(schema, isWhole),
    ...(schema.default !== undefined && { default: valueText(schema.default) }),
    ...(schema.const !== undefined && { const: valueText(schema.const) }),
    ...exampleViews(schema),
    ...(externalDocs &&
      isWebAddress(externalDocs.url) && {
        externalDocs: { href: externalDocs.url, text: externalDocs.description ?? externalDocs.url },
      }),
  };
}

function exampleViews({ examples = [] }: SchemaObject): Pick<SchemaView, 'example' | 'otherExamples'> {
  const [example, ...others] = examples
    .slice(0, MOST_EXAMPLES)
    .map(valueText)
    .filter((text, index, all) => text.length <= LONGEST_EXAMPLE && all.indexOf(text) === index);
  return { ...(example !== undefined && { example }), ...(others.length > 0 && { otherExamples: others }) };
}
