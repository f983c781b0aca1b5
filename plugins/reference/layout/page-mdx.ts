export interface MdxPage {
  /** The document's id within its folder. */
  readonly id: string;
  /** Its address below `/reference`. */
  readonly slug: string;
  readonly component: 'ApiOverviewPage' | 'TagPage';
  /** The module beside it that holds its data. */
  readonly dataFile: string;
}

/**
 * The MDX of an overview or tag page: a component and where its data is. No text of a description is in it, so that there is
 * nothing for the MDX compiler to run; what varies is written as JSON strings, which YAML and JavaScript read alike.
 */
export function pageMdx({ id, slug, component, dataFile }: MdxPage): string {
  return [
    '---',
    `id: ${JSON.stringify(id)}`,
    `slug: ${JSON.stringify(slug)}`,
    `title: ${JSON.stringify(id)}`,
    'custom_edit_url: null',
    '---',
    '',
    `import data from ${JSON.stringify(`./${dataFile}`)};`,
    `import { ${component} } from '@site/src/features/reference';`,
    '',
    `<${component} data={data} />`,
    '',
  ].join('\n');
}
