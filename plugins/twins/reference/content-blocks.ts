import type { ExampleView, HeaderView, MediaTypeView, PartView } from '../../../contract/reference-page.ts';
import { code, fence, plainText } from '../markdown/inline.ts';
import { schemaItem, schemaLines, typeOf } from './schema-lines.ts';
import { type Blocks, prose, type TwinTools } from './twin-tools.ts';

const MOST_EXAMPLES = 4;

/** The media types of a body or an answer: schema, parts, examples. `level` is that of the heading above. */
export function contentBlocks(content: readonly MediaTypeView[], level: number, tools: TwinTools): Blocks {
  return content.flatMap(({ type, schema, isSequence, parts = [], examples }): Blocks => {
    const head = `${code(type)}${schema ? `: ${isSequence ? 'a sequence, each item ' : ''}${typeOf(schema, tools)}` : ''}`;
    return [
      head,
      schema && prose(schema.descriptionHtml, level, tools),
      schema && schemaLines(schema, tools),
      parts.map((part) => partItem(part)).join('\n'),
      ...examples.slice(0, MOST_EXAMPLES).flatMap((example) => exampleBlocks(example, type, examples.length)),
    ];
  });
}

export function headerList(headers: readonly HeaderView[], tools: TwinTools): string | undefined {
  if (headers.length === 0) return undefined;
  const items = headers.map(({ name, required, descriptionHtml, schema }) => {
    const said = descriptionHtml === '' ? schema.descriptionHtml : descriptionHtml;
    return schemaItem(code(name), { ...schema, descriptionHtml: said }, required ? ['always'] : [], tools);
  });
  return `Headers:\n\n${items.join('\n')}`;
}

function partItem({ name, contentType, headers, wire }: PartView): string {
  const words = [
    contentType &&
      `is ${contentType
        .split(',')
        .map((type) => code(type.trim()))
        .join(' or ')}`,
    wire && `is ${plainText(wire.words)}: ${code(wire.example)}`,
    headers.length > 0 && `has headers ${headers.map((header) => code(header.name)).join(', ')}`,
  ];
  return `- part ${code(name)} ${words.filter(Boolean).join(', ')}`;
}

function exampleBlocks({ name, summary, text, length }: ExampleView, mediaType: string, count: number): Blocks {
  const title = summary ?? (count > 1 ? name : undefined);
  return [
    title === undefined ? 'Example:' : `Example, ${plainText(title)}:`,
    fence(text, languageOf(mediaType)),
    length === undefined ? undefined : `The example is cut here; it has ${length} characters.`,
  ];
}

function languageOf(mediaType: string): string {
  if (/json|\*|multipart/.test(mediaType)) return 'json';
  return mediaType.includes('xml') ? 'xml' : mediaType.includes('html') ? 'html' : 'text';
}
