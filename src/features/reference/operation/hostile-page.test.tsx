import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { OperationPage, ParameterView, SchemaView } from '../../../../contract/reference-page';
import { dangersIn, HOSTILE_NAMES } from '../../../../tests/support/hostile-strings';
import { CallbacksSection } from './CallbacksSection.view';
import { DeprecationNotes } from './DeprecationNotes';
import { EndpointLine } from './EndpointLine.view';
import { BodySection } from './BodySection.view';
import { ExternalDocs } from './ExternalDocs.view';
import { PageTop } from './PageTop.view';
import { ParameterSections } from './ParameterSections.view';
import { ResponsesSection } from './ResponsesSection.view';
import { SecurityLine } from './SecurityLine.view';
import { ServerList } from './ServerList.view';
import { VerificationSection } from './VerificationSection';

/** A page whose every text is this one; what is HTML or an address was made safe when the page data was made. */
function hostilePage(text: string): OperationPage {
  const leaf: SchemaView = {
    type: text,
    name: text,
    title: text,
    format: text,
    enum: [text],
    default: text,
    const: text,
    constraints: [text, `matches ${text}`],
  };
  const schema: SchemaView = { ...leaf, properties: [{ name: text, required: true, schema: leaf }], more: text };
  const wire = { words: text, example: text };
  const examples = [{ name: text, summary: text, text }];
  const header = { name: text, required: true, descriptionHtml: '', schema: leaf, example: text };
  const content = [
    {
      type: text,
      schema,
      isSequence: true,
      examples,
      parts: [{ name: text, contentType: text, headers: [header], wire }],
    },
  ];
  const body = { required: false, descriptionHtml: '', content };
  const parameters: ParameterView[] = [
    {
      name: text,
      in: 'query',
      required: true,
      deprecated: true,
      descriptionHtml: '',
      schema,
      style: text,
      explode: true,
      allowReserved: true,
      mediaType: text,
      examples: [...examples, { ...examples[0], name: `${text}2`, text }],
      wire,
    },
  ];
  const source = { name: text, of: text };
  const link = {
    name: text,
    descriptionHtml: '',
    operation: { title: text, href: '/x' },
    parameters: [{ name: text, value: text, source }],
    body: text,
    bodySource: source,
  };
  const responses = [
    {
      status: text,
      descriptionHtml: '',
      headers: [header],
      content,
      links: [link, { ...link, name: `${text}2`, operation: undefined }],
    },
  ];
  return {
    ...{
      api: 'api',
      version: 'v1',
      slug: 'x',
      id: text,
      kind: 'operation',
      method: text,
      path: text,
      title: text,
      excerpt: text,
    },
    ...{
      descriptionHtml: '',
      deprecated: true,
      tag: { name: text, slug: 'tag' },
      otherVersions: [],
      parameters,
      body,
      responses,
    },
    security: [
      [
        {
          name: text,
          type: 'apiKey',
          parameterName: text,
          scopes: [text],
          scopeTexts: { [text]: text },
          descriptionHtml: '',
        },
      ],
    ],
    servers: [
      { url: text, descriptionHtml: '', variables: [{ name: text, default: text, enum: [text], descriptionHtml: '' }] },
    ],
    callbacks: [
      {
        name: text,
        expression: text,
        sentTo: source,
        method: text,
        title: text,
        descriptionHtml: '',
        parameters,
        body,
        responses,
      },
    ],
    badges: [{ text, tone: 'good' }],
    externalDocs: { href: '/docs', text },
    deprecation: { since: text, sunset: text, instead: { title: text, href: '/x' } },
    verification: {
      stepsHtml: '',
      code: [{ lang: text, label: text, source: text }],
      guide: { title: text, href: '/x' },
    },
  };
}

function show(page: OperationPage): string {
  return renderToStaticMarkup(
    <section>
      <PageTop
        place={page}
        trail={[{ title: page.tag.name, tag: page.tag.slug }]}
        title={page.title}
        badges={page.badges}
      />
      <DeprecationNotes page={page} />
      <EndpointLine page={page} />
      <ExternalDocs docs={page.externalDocs} />
      <SecurityLine page={page} />
      <ParameterSections page={page} />
      <BodySection page={page} />
      <VerificationSection page={page} />
      <ResponsesSection page={page} />
      <CallbacksSection page={page} />
      <ServerList servers={page.servers ?? []} />
    </section>,
  );
}

/** Icons are SVG, and what needs JavaScript says so to those without; a text may bring in no more of them. */
const OURS = 'svg, noscript';
const isOurs = (tagName: string) => OURS.split(', ').includes(tagName);
const elementsOf = (html: string) => {
  const tree = document.createElement('template');
  tree.innerHTML = html;
  return tree.content;
};

test('no text of a description becomes an element or an attribute that runs', () => {
  const harmless = [...elementsOf(show(hostilePage('plain'))).querySelectorAll(OURS)].length;
  // Several in one text: a page is made of hundreds of them.
  for (let at = 0; at < HOSTILE_NAMES.length; at += 16) {
    const text = HOSTILE_NAMES.slice(at, at + 16).join(' ');
    const tree = elementsOf(show(hostilePage(text)));
    expect(dangersIn(tree, isOurs), text).toEqual([]);
    expect(tree.children, text).toHaveLength(1);
    expect(tree.querySelectorAll(OURS).length, text).toBeLessThanOrEqual(harmless + 2);
  }
});
