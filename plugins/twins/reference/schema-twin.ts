import type { OperationUse, PageLink, SchemaListPage, SchemaPage } from '../../../contract/reference-page.ts';
import { code, fence, link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import { versionsLine } from './page-parts.ts';
import { factsOf, schemaLines } from './schema-lines.ts';
import { joinBlocks, prose, type TwinTools } from './twin-tools.ts';

/** The Markdown twin of a schema's page. */
export function schemaTwin(
  { name, title, schema, example, usedBy, otherVersions }: SchemaPage,
  tools: TwinTools,
): string {
  const place = `/reference/${tools.api}/${tools.version}`;
  const facts = [plainText(schema.type), ...factsOf(schema)].join('. ');
  const operations = usedBy.operations.map(operationItem);
  const schemas = usedBy.schemas.map((one) => `- ${linkTo(one)}`);
  const rest = (usedBy.directCount ?? 0) - usedBy.operations.length;
  return joinBlocks([
    `# ${plainText(title)}`,
    `${link(`${tools.title} ${tools.version}`, `${place}.md`)} · schema ${code(name)}`,
    prose(schema.descriptionHtml, 1, tools),
    `Type: ${facts}.`,
    schemaLines(schema, tools),
    ...(example === undefined ? [] : ['## Example', fence(example, 'json')]),
    ...(operations.length > 0 ? ['## Used by operations', operations.join('\n')] : []),
    rest > 0 ? `And ${rest} more.` : undefined,
    ...(schemas.length > 0 ? ['## Used by schemas', schemas.join('\n')] : []),
    versionsLine(otherVersions),
  ]);
}

function operationItem(use: OperationUse): string {
  const through = use.through === undefined ? '' : `, through ${code(use.through)}`;
  const where = use.where.length === 0 ? '' : `: ${use.where.map(plainText).join(', ')}`;
  return `- ${use.method === undefined ? '' : `${code(use.method.toUpperCase())} `}${linkTo(use)}${where}${through}`;
}

const linkTo = ({ title, href }: PageLink) => link(title, twinAddress(href));

/** The Markdown twin of the list of schemas. */
export function schemaListTwin({ title, schemas }: SchemaListPage, tools: TwinTools): string {
  const place = `/reference/${tools.api}/${tools.version}`;
  const items = schemas.map(({ name, slug = name }) => `- ${link(name, `${place}/schemas/${slug}.md`)}`);
  return joinBlocks([
    `# ${plainText(title)}`,
    link(`${tools.title} ${tools.version}`, `${place}.md`),
    items.join('\n'),
  ]);
}
