import type { OperationPage, ServerView, VersionLink } from '../../../contract/reference-page.ts';
import { code, indent, link } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import { proseInList, type TwinTools } from './twin-tools.ts';

export function deprecationNote({ deprecated, deprecation }: OperationPage): string | undefined {
  if (!deprecated) return undefined;
  const since = deprecation?.since ? ` since ${deprecation.since}` : '';
  const sunset = deprecation?.sunset ? ` It stops on ${deprecation.sunset}.` : '';
  const instead = deprecation?.instead;
  const use = instead ? ` Use ${link(instead.title, twinAddress(instead.href))} instead.` : '';
  return `> [!WARNING]\n> Deprecated${since}.${sunset}${use}`;
}

export function serverItems(servers: readonly ServerView[], tools: TwinTools): string {
  return servers
    .flatMap(({ url, descriptionHtml, variables }) => [
      item(code(url), descriptionHtml, tools),
      ...variables.map((variable) => {
        const values = variable.enum ? `, one of ${variable.enum.map(code).join(', ')}` : '';
        const name = `${code(variable.name)} is ${code(variable.default)}${values}`;
        return indent(item(name, variable.descriptionHtml, tools), 2);
      }),
    ])
    .join('\n');
}

/** A list item with an author's words behind it, or below it where they are more than a paragraph. */
export function item(name: string, html: string, tools: TwinTools): string {
  const { inline, block } = proseInList(html, tools);
  if (block !== undefined) return `- ${name}\n\n${indent(block, 2)}\n`;
  return inline === undefined ? `- ${name}` : `- ${name}: ${inline}`;
}

export function versionsLine(versions: readonly VersionLink[]): string | undefined {
  if (versions.length === 0) return undefined;
  return `In other versions: ${versions.map(({ version, href }) => link(version, twinAddress(href))).join(', ')}.`;
}
