import path from 'node:path';
import { embedFile, embedsFolder } from './embed-file.ts';
import { embedsIn, type EmbedName } from './find-embeds.ts';
import { importNode } from './import-node.ts';
import { elementsIn } from './parse-guide.ts';

/** The part of an MDX tree that is changed here. */
interface Node {
  type: string;
  name?: string | null;
  attributes?: object[];
  children?: Node[];
  value?: string;
  data?: object;
}

const CODE: Readonly<Record<EmbedName, string>> = {
  TryIt: '@site/src/features/console/embed',
  Sample: '@site/src/features/samples',
};

/** Widgets that take nothing along but their code. */
const WIDGETS = {
  Onboarding: '@site/src/features/onboarding/in-text',
  Launchpad: '@site/src/features/onboarding/in-text',
  Events: '@site/src/features/events/in-text',
} as const;
const widgetNames = Object.keys(WIDGETS) as (keyof typeof WIDGETS)[];

/**
 * A remark step for guides: `<TryIt />` and `<Sample />` get what `layOutEmbeds` made of them, as a module, so that the bundler knows when
 * it has changed, and their code, which so is no part of other pages. So do widgets that only some guides have.
 */
export function giveEmbedsData({
  docsFolder,
  buildFolder,
}: {
  readonly docsFolder: string;
  readonly buildFolder: string;
}): (tree: Node, file: { readonly path: string }) => void {
  return (tree, file) => {
    const guide = path.relative(docsFolder, file.path);
    const embeds = embedsIn(tree);
    const components = new Set(embeds.map(({ name }) => name));
    const imports = embeds.map(({ node }, index) => {
      const name = `embeddedOperation${index + 1}`;
      const source = path.join(embedsFolder(buildFolder), embedFile(guide, index + 1));
      node.attributes = [attribute('data', name)];
      return importNode(name, source, 'default');
    });
    const widgets = new Set(elementsIn(tree, widgetNames).map(({ name }) => name));
    tree.children?.unshift(...Array.from(widgets, (name) => importNode(name, WIDGETS[name], 'named')));
    tree.children?.unshift(...Array.from(components, (name) => importNode(name, CODE[name], 'named')), ...imports);
  };
}

/** `data={name}`, as ESTree (https://github.com/estree/estree). */
function attribute(name: string, identifier: string): object {
  const expression = { type: 'Identifier', name: identifier };
  const estree = { type: 'Program', sourceType: 'module', body: [{ type: 'ExpressionStatement', expression }] };
  return {
    type: 'mdxJsxAttribute',
    name,
    value: { type: 'mdxJsxAttributeValueExpression', value: identifier, data: { estree } },
  };
}
