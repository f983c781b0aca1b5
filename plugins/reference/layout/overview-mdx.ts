import type { ReferenceNav } from '../../../contract/reference-page.ts';
import { OVERVIEW_ID } from './light-description.ts';

/**
 * The MDX of an API version's first page: a component, and where its data is. No text of a description is in it, so that there is
 * nothing for the MDX compiler to run; what varies is written as JSON strings, which YAML and JavaScript read alike.
 */
export function overviewMdx({ api, version }: ReferenceNav): string {
  return [
    '---',
    `id: ${JSON.stringify(OVERVIEW_ID)}`,
    `slug: ${JSON.stringify(`/${api}/${version}`)}`,
    `title: ${JSON.stringify(OVERVIEW_ID)}`,
    'custom_edit_url: null',
    '---',
    '',
    `import data from ${JSON.stringify(`./${OVERVIEW_ID}.json`)};`,
    "import { ApiOverviewPage } from '@site/src/features/reference';",
    '',
    '<ApiOverviewPage data={data} />',
    '',
  ].join('\n');
}
