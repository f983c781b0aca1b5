import type { MediaType } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';
import type { HeaderView, PartView } from '../../../contract/reference-page.ts';
import type { Direction } from '../schema/schema-views.ts';
import { asText } from './as-text.ts';
import type { PageTools } from '../page-tools.ts';
import { wireStyle } from './wire-style.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What `encoding` says of the parts of a body (OpenAPI 3.1 §4.8.15). Its text is as the author wrote it, so nothing is taken for granted. */
export function buildParts(
  { type, schema, encoding = {} }: MediaType,
  direction: Direction,
  path: string,
  tools: PageTools,
): PartView[] {
  const isForm = /x-www-form-urlencoded/i.test(type);
  const properties = typeof schema === 'object' ? schema.properties : undefined;
  return Object.entries(encoding).flatMap(([name, entry]) => {
    if (!isFields(entry)) return [];
    const contentType = typeof entry.contentType === 'string' ? entry.contentType : undefined;
    const headers = buildHeaders(entry.headers, direction, `${path}.${name}`, tools);
    const member = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const style = STYLES.find((one) => one === entry.style) ?? 'form';
    const isStyled = isForm || entry.style !== undefined || entry.explode !== undefined;
    const explode = typeof entry.explode === 'boolean' ? entry.explode : style === 'form';
    const wire =
      isStyled && member !== undefined && contentType === undefined
        ? wireStyle({ name, in: 'body', style, explode }, tools.views.view(member, direction, `${path}.${name}`))
        : undefined;
    if (contentType === undefined && headers.length === 0 && !wire) return [];
    const stated = {
      ...(wire && entry.style !== undefined && { style }),
      ...(wire && typeof entry.explode === 'boolean' && { explode }),
    };
    return [{ name, ...(contentType !== undefined && { contentType }), headers, ...(wire && { wire }), ...stated }];
  });
}

const STYLES = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'] as const;

function buildHeaders(
  headers: unknown,
  direction: Direction,
  path: string,
  { contract, render, views }: PageTools,
): HeaderView[] {
  if (!isFields(headers)) return [];
  return Object.entries(headers).flatMap(([name, entry]) => {
    const header = isFields(entry) && typeof entry.$ref === 'string' ? followRef(contract, entry.$ref) : entry;
    if (!isFields(header)) return [];
    const schema = isFields(header.schema) ? header.schema : true;
    return [
      {
        name,
        required: header.required === true,
        descriptionHtml: render(typeof header.description === 'string' ? header.description : undefined, 4),
        schema: views.view(schema, direction, `${path}.${name}`),
        ...(header.example !== undefined && { example: asText(header.example) }),
      },
    ];
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
