import type { ReferenceNav } from '../../../contract/reference-page.ts';

/** The name by which docusaurus-plugin-openapi-docs knows a tag: it must be the same after lodash's `kebabCase`. */
export const tagId = (index: number): string => `tag-${index + 1}`;
export const OVERVIEW_ID = 'overview';

/**
 * The description that docusaurus-plugin-openapi-docs is given: no schemas, no prose, one operation a tag. It makes pages and sidebar
 * of the tags; the operations' pages are ours. The tags' names are for the sidebar's labels only.
 */
export function lightDescription({ groups }: ReferenceNav): object {
  return {
    openapi: '3.1.0',
    info: { title: OVERVIEW_ID, version: '1' },
    tags: groups.map(({ name }, index) => ({ name: tagId(index), 'x-displayName': name })),
    paths: Object.fromEntries(
      groups.map((_group, index) => {
        const id = tagId(index);
        return [
          `/${id}`,
          { get: { operationId: `of-${id}`, tags: [id], responses: { default: { description: '' } } } },
        ];
      }),
    ),
  };
}
