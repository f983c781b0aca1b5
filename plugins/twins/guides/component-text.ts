import { code, fence, link, plainText } from '../markdown/inline.ts';
import { attribute, attributeExpression, type EsNode, type MdxNode, staticValue } from './mdx-node.ts';

export interface ComponentContext {
  /** What stands within the component, written already. */
  readonly children: string;
  /** The level of a heading within the section that it stands in. */
  readonly level: number;
  /** The commands of a journey of `portal.config.ts`. */
  readonly firstCall: (journey: string) => string;
  /** The steps of a journey of `portal.config.ts`. */
  readonly journey: (journey: string) => string;
  /** What the guide's next `<TryIt />` or `<Sample />` says. */
  readonly embedded: () => string;
}

/** What a component says, as Markdown; an unknown one leaves what stands within it. */
export function componentText(
  node: MdxNode,
  { children, level, firstCall, journey, embedded }: ComponentContext,
): string {
  const heading = '#'.repeat(Math.min(level, 6));
  switch (node.name) {
    case 'FirstCall':
      return firstCall(attribute(node, 'journey') ?? 'first-call');
    case 'Onboarding':
      return journey(attribute(node, 'journey') ?? '');
    case 'Launchpad':
      return `How ready your organization is stands at ${link('/launch', '/launch')}.`;
    case 'TryIt':
    case 'Sample':
      return embedded();
    case 'Events':
      return `The next office hours and platform days stand at ${link('/events', '/events')}.`;
    case 'Integrations':
      return `What partners have launched stands at ${link('/integrations.md', '/integrations.md')}.`;
    case 'Tabs':
      return children.trim() === '' ? itemsText(attributeExpression(node, 'items'), heading) : children;
    case 'TabItem':
      return `${heading} ${plainText(attribute(node, 'label') ?? attribute(node, 'value') ?? '')}\n\n${children}`;
    case 'CodeBlock':
      return fence(attribute(node, 'code') ?? children.trim(), attribute(node, 'language') ?? '');
    case 'a':
    case 'Link':
      return link(children, attribute(node, 'href') ?? attribute(node, 'to') ?? '');
    case 'code':
    case 'kbd':
      return code(children);
    case 'br':
      return ' ';
    default:
      return children;
  }
}

/** `items={[{ label: 'Python', content: <CodeBlock … /> }]}`: a heading for each tab. */
function itemsText(items: EsNode | undefined, heading: string): string {
  const tabs = items?.type === 'ArrayExpression' ? (items.elements as readonly EsNode[]) : [];
  return tabs
    .map((tab) => {
      const label = staticValue(member(tab, 'label'));
      return `${heading} ${plainText(typeof label === 'string' ? label : '')}\n\n${jsxText(member(tab, 'content'))}`;
    })
    .join('\n\n');
}

function member(object: EsNode, name: string): EsNode | undefined {
  const properties = (object.properties as readonly EsNode[] | undefined) ?? [];
  return properties.find(({ key }) => (key as EsNode | undefined)?.name === name)?.value as EsNode | undefined;
}

/** The code of a `<CodeBlock>`, or the words within other JSX. */
function jsxText(node: EsNode | undefined): string {
  const text = staticValue(node);
  if (typeof text === 'string') return text;
  if (node?.type === 'JSXText') return String(node.value);
  if (node?.type !== 'JSXElement') return '';
  const { name, attributes } = node.openingElement as { readonly name: EsNode; readonly attributes: readonly EsNode[] };
  const value = (wanted: string): string => {
    const text = staticValue(attributes.find((one) => nameOf(one) === wanted)?.value as EsNode | undefined);
    return typeof text === 'string' ? text : '';
  };
  if (name.name === 'CodeBlock') return fence(value('code'), value('language'));
  return (node.children as readonly EsNode[]).map(jsxText).join('').trim();
}

const nameOf = ({ name }: EsNode) => (name as EsNode | undefined)?.name;
