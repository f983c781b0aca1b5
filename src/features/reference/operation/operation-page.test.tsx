import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CallbackView, LinkView, OperationPage, ParameterView } from '../../../../contract/reference-page';
import { AnswerLinks } from './AnswerLinks.view';
import { BodySection } from './BodySection.view';
import { CallbacksSection } from './CallbacksSection.view';
import { DeprecationNotes } from './DeprecationNotes';
import { EndpointLine } from './EndpointLine.view';
import { PageTop } from './PageTop.view';
import { ParameterSections } from './ParameterSections.view';
import { Response } from './ResponsesSection.view';
import { SecurityLine } from './SecurityLine.view';
import { ServerList } from './ServerList.view';
import { VerificationSection } from './VerificationSection';

afterEach(cleanup);

const page = (part: Partial<OperationPage>): OperationPage => ({
  ...{
    api: 'cardea',
    version: 'v2',
    slug: 'make-thing',
    id: 'makeThing',
    kind: 'operation',
    method: 'post',
    path: '/things',
  },
  ...{
    title: 'Make a thing',
    excerpt: '',
    descriptionHtml: '',
    deprecated: false,
    tag: { name: 'Things', slug: 'things' },
  },
  ...{ security: [], parameters: [], responses: [], otherVersions: [] },
  ...part,
});
const parameter = (part: Partial<ParameterView>): ParameterView => ({
  ...{ name: 'id', in: 'query', required: false, deprecated: false, descriptionHtml: '', schema: { type: 'string' } },
  ...{ style: 'form', explode: true, allowReserved: false },
  ...part,
});
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

test('a link of an answer is a sentence with the way to the operation', () => {
  const link: LinkView = {
    name: 'get',
    descriptionHtml: '<p>Reads it back.</p>',
    operation: { title: 'Get a thing', href: '/reference/cardea/v2/get-thing' },
    parameters: [
      { name: 'thing_id', value: '$response.body#/id', source: { name: 'id', of: 'of this answer' } },
      { name: 'page', value: '1' },
    ],
    body: '$response.body',
    bodySource: { name: 'the body', of: 'of this answer' },
  };
  render(<AnswerLinks id="201" links={[link, { name: 'lost', descriptionHtml: '', parameters: [] }]} />);
  expect(text()).toContain(
    'Use id of this answer as thing_id and 1 as page and the body of this answer as the body in Get a thing.',
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('/reference/cardea/v2/get-thing');
  expect(text()).toContain('Go on with lost.');
});

test('callbacks say where they are sent, and each part has an address of its own', () => {
  const callback: CallbackView = {
    ...{
      name: 'ready',
      expression: '{$request.body#/hook}',
      sentTo: { name: 'hook', of: 'of your request' },
      method: 'post',
    },
    ...{ title: 'It is ready', descriptionHtml: '', parameters: [parameter({ name: 'X-Id', in: 'header' })] },
    body: {
      required: true,
      descriptionHtml: '',
      content: [{ type: 'application/json', examples: [{ name: 'default', text: '{"a":1}' }] }],
    },
    responses: [{ status: '204', descriptionHtml: '', headers: [], content: [] }],
  };
  render(<CallbacksSection page={page({ callbacks: [callback, { ...callback, sentTo: undefined }] })} />);
  expect(text()).toContain('The platform sends this to hook of your request.');
  expect(text()).toContain('The platform sends this to {$request.body#/hook}.');
  const ids = ['callback-ready', 'callback-ready-header-X-Id', 'callback-ready-204', 'callback-ready-2-204'];
  expect(ids.filter((id) => document.getElementById(id) === null)).toEqual([]);
  expect(text().split('{"a":1}')).toHaveLength(3);
});

test('a stream and the parts of a body are said in words', () => {
  const parts = [{ name: 'photo', contentType: 'image/png, image/jpeg', headers: [] }];
  const content = [
    { type: 'text/event-stream', schema: { type: 'object', name: 'Tick' }, isSequence: true, examples: [], parts },
  ];
  render(<BodySection page={page({ body: { required: true, descriptionHtml: '', content } })} />);
  expect(text()).toContain('A sequence, sent item by item. Each item: Tick');
  expect(text()).toContain('As image/png or image/jpeg');
});

test('a parameter says how it goes over the wire, and shows its examples', () => {
  const parameters = [
    parameter({ wire: { words: 'repeated for each item', example: '?id=1&id=2' } }),
    parameter({ name: 'one', examples: [{ name: 'default', text: '7' }] }),
    parameter({
      name: 'two',
      examples: [
        { name: 'big', summary: 'A big one', text: '9' },
        { name: 'small', text: '1' },
      ],
    }),
    parameter({ name: 'q', in: 'querystring', mediaType: 'application/json', allowReserved: true }),
  ];
  render(<ParameterSections page={page({ parameters })} />);
  expect(text()).toContain('Sent repeated for each item: ?id=1&id=2');
  expect(text()).toContain('Example 7');
  expect(text()).toContain('A big one 9');
  expect(text()).toContain('small 1');
  expect(text()).toContain('The whole query string, written as application/json');
  expect(document.getElementById('querystring-q')).not.toBeNull();
});

test('security says alternatives and scopes, and what the scopes are for', () => {
  const oauth = {
    name: 'oauth',
    type: 'oauth2',
    scopes: ['a:read', 'a:write'],
    scopeTexts: { 'a:write': 'Write it' },
    descriptionHtml: '',
  } as const;
  const key = { name: 'key', type: 'apiKey', parameterName: 'X-Key', scopes: [], descriptionHtml: '' } as const;
  const { rerender } = render(<SecurityLine page={page({ security: [[oauth], [key]] })} />);
  expect(text()).toContain(
    'Needs an access token (OAuth 2) with the scopes a:read and a:write, or a key in the header X-Key.a:write Write it',
  );
  rerender(<SecurityLine page={page({ security: [[key], []] })} />);
  expect(text()).toContain('Works without a key, and takes a key in the header X-Key.');
});

test('servers have their variables', () => {
  const region = { name: 'region', default: 'eu', enum: ['eu', 'us'], descriptionHtml: '<p>Where.</p>' };
  render(<ServerList servers={[{ url: 'https://{region}.x.example', descriptionHtml: '', variables: [region] }]} />);
  expect(text()).toContain('Where.One of euusDefault eu');
});

test('a webhook is verified by steps and code, with the way to the guide', () => {
  const code = [
    { lang: 'javascript', label: 'Node', source: 'one()' },
    { lang: 'python', label: 'Python', source: 'two()' },
  ];
  const verification = {
    stepsHtml: '<ol><li>Take it</li></ol>',
    code,
    guide: { title: 'Webhooks', href: '/docs/webhooks' },
  };
  render(<VerificationSection page={page({ kind: 'webhook', verification })} />);
  const section = within(screen.getByRole('region', { name: 'Verify it' }));
  expect(section.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Node', 'Python']);
  expect(section.getByText('Take it')).toBeTruthy();
  expect(section.getByRole('link', { name: 'Webhooks' }).getAttribute('href')).toBe('/docs/webhooks');
});

test('a deprecated operation says since when, until when, and what to use instead', () => {
  const deprecation = { since: '2026-02-01', sunset: '2027-02-01', instead: { title: 'Find things', href: '/x' } };
  render(<DeprecationNotes page={page({ deprecated: true, deprecation })} />);
  expect(text()).toContain('Deprecated since 1 February 2026It works until 1 February 2027. Use Find things instead.');
});

test('where an operation became another, the banner names it', () => {
  const otherVersions = [{ version: 'v2', href: '/reference/cardea/v2/offer', same: false, title: 'Offer a thing' }];
  render(<DeprecationNotes page={page({ version: 'v1', otherVersions })} />);
  expect(screen.getByRole('link', { name: '“Offer a thing” in v2' }).getAttribute('href')).toBe(
    '/reference/cardea/v2/offer',
  );
});

test('an operation of a version on its way out leads to the same one, and to what changed', () => {
  const otherVersions = [{ version: 'v2', href: '/reference/cardea/v2/make-thing', same: true }];
  render(<DeprecationNotes page={page({ version: 'v1', otherVersions })} />);
  expect(screen.getByRole('link', { name: 'the same operation in v2' }).getAttribute('href')).toBe(
    '/reference/cardea/v2/make-thing',
  );
  expect(screen.getByRole('link', { name: 'What changed from v1 to v2' }).getAttribute('href')).toBe(
    '/reference/cardea/v2/changes/v1',
  );
});

test('the title has its badges, and the endpoint what can be copied of it', () => {
  render(
    <>
      <PageTop place={page({})} title="Make a thing" badges={[{ text: 'Beta', tone: 'warning' }]} />
      <EndpointLine page={page({})} />
    </>,
  );
  expect(within(screen.getByRole('list', { name: 'Labels' })).getByText('Beta')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the path' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the operation’s id' })).toBeTruthy();
});

test('a link in the words of an answer is no part of the button that folds it', () => {
  const response = {
    status: '200',
    descriptionHtml: '<p>See <a href="https://x.example">media types</a>.</p>',
    headers: [],
    content: [{ type: 'text/plain', examples: [] }],
  };
  render(<Response response={response} id="200" place={{ api: 'cardea', version: 'v2' }} />);
  const link = screen.getByRole('link', { hidden: true });
  expect(link.closest('summary')).toBeNull();
  expect(link.closest('details')).not.toBeNull();
});
