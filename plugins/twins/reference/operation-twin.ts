import type { CallbackView, OperationPage, VerificationView } from '../../../contract/reference-page.ts';
import { code, fence, link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import { contentBlocks } from './content-blocks.ts';
import { curlSample } from './curl-sample.ts';
import { deprecationNote, serverItems, versionsLine } from './page-parts.ts';
import { parameterBlocks } from './parameter-blocks.ts';
import { responseBlocks, sourceWords } from './response-blocks.ts';
import { authenticationText } from './security-words.ts';
import { type Blocks, joinBlocks, prose, type TwinTools } from './twin-tools.ts';

/** The Markdown twin of an operation's or a webhook's page. */
export function operationTwin(page: OperationPage, tools: TwinTools): string {
  const isWebhook = page.kind === 'webhook';
  const { servers = [], callbacks = [], codeSamples = [], badges = [], externalDocs, verification } = page;
  return joinBlocks([
    `# ${plainText(page.title)}`,
    [placeLine(page, tools), ...badges.map(({ text }) => plainText(text))].join(' · '),
    isWebhook
      ? `The platform sends this request to you: ${code(page.method.toUpperCase())}, event ${code(page.path)}.`
      : fence(`${page.method.toUpperCase()} ${tools.gateway}${page.path}`, 'http'),
    deprecationNote(page),
    prose(page.descriptionHtml, 1, tools),
    externalDocs && `See ${link(externalDocs.text, externalDocs.href)}.`,
    ...(servers.length > 0 ? ['## Servers', serverItems(servers, tools)] : []),
    ...(isWebhook ? [] : ['## Authentication', authenticationText(page.security)]),
    ...parameterBlocks(page.parameters, 2, tools),
    ...bodyBlocks(page.body, 2, tools),
    ...(verification ? verificationBlocks(verification, tools) : []),
    ...(page.responses.length > 0 ? [`## ${isWebhook ? 'What you answer' : 'Answers'}`] : []),
    ...responseBlocks(page.responses, 2, tools),
    ...(isWebhook ? [] : ['## Sample', fence(curlSample(page, tools.gateway), 'sh')]),
    ...codeSamples.flatMap(({ lang, label, source }) => [
      `${plainText(label ?? lang)}:`,
      fence(source, lang.toLowerCase()),
    ]),
    ...callbacks.flatMap((callback) => callbackBlocks(callback, tools)),
    versionsLine(page.otherVersions),
  ]);
}

function placeLine({ tag, id }: OperationPage, { api, version, title }: TwinTools): string {
  const overview = `/reference/${api}/${version}`;
  return [
    link(`${title} ${version}`, `${overview}.md`),
    link(tag.name, `${overview}/tags/${tag.slug}.md`),
    code(id),
  ].join(' · ');
}

function bodyBlocks(body: OperationPage['body'], level: number, tools: TwinTools): Blocks {
  if (body === undefined) return [];
  return [
    `${'#'.repeat(level)} Body`,
    body.required ? 'Required.' : undefined,
    prose(body.descriptionHtml, level, tools),
    ...contentBlocks(body.content, level, tools),
  ];
}

function verificationBlocks({ stepsHtml, code: samples, guide }: VerificationView, tools: TwinTools): Blocks {
  return [
    '## Verify it',
    prose(stepsHtml, 2, tools),
    ...samples.flatMap(({ lang, label, source }) => [
      `${plainText(label ?? lang)}:`,
      fence(source, lang.toLowerCase()),
    ]),
    guide && `See ${link(guide.title, twinAddress(guide.href))}.`,
  ];
}

function callbackBlocks(callback: CallbackView, tools: TwinTools): Blocks {
  const { name, expression, sentTo, method, title, descriptionHtml, parameters, body, responses } = callback;
  return [
    `## Callback: ${plainText(name)}`,
    `${plainText(title)}. The platform sends ${code(method.toUpperCase())} to ${sourceWords(expression, sentTo)}.`,
    prose(descriptionHtml, 2, tools),
    ...parameterBlocks(parameters, 3, tools),
    ...bodyBlocks(body, 3, tools),
    ...(responses.length > 0 ? ['### What you answer'] : []),
    ...responseBlocks(responses, 3, tools),
  ];
}
