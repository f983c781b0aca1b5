import type { LinkView, ResponseView, SourceView } from '../../../contract/reference-page.ts';
import { code, link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import { contentBlocks, headerList } from './content-blocks.ts';
import { type Blocks, prose, proseInList, type TwinTools } from './twin-tools.ts';

/** The answers, a heading for each status below one of `level`. */
export function responseBlocks(responses: readonly ResponseView[], level: number, tools: TwinTools): Blocks {
  return responses.flatMap(({ status, descriptionHtml, headers, content, links = [] }): Blocks => [
    `${'#'.repeat(level + 1)} ${plainText(status)}`,
    prose(descriptionHtml, level + 1, tools),
    headerList(headers, tools),
    ...contentBlocks(content, level + 1, tools),
    links.length === 0
      ? undefined
      : `What its values are for:\n\n${links.map((one) => linkItem(one, tools)).join('\n')}`,
  ]);
}

function linkItem(
  { name, descriptionHtml, operation, parameters, body, bodySource }: LinkView,
  tools: TwinTools,
): string {
  const title = operation ? link(operation.title, twinAddress(operation.href)) : plainText(name);
  const values = parameters.map((one) => `${code(one.name)} is ${sourceWords(one.value, one.source)}`);
  if (body !== undefined) values.push(`the body is ${sourceWords(body, bodySource)}`);
  const { inline, block } = proseInList(descriptionHtml, tools);
  const said = inline ?? block?.replace(/\s+/g, ' ');
  return `- ${[title, ...values].join(', ')}${said === undefined ? '' : `. ${said}`}`;
}

export function sourceWords(expression: string, source: SourceView | undefined): string {
  if (source === undefined) return code(expression);
  return source.of === undefined ? code(source.name) : `${code(source.name)} ${plainText(source.of)}`;
}
