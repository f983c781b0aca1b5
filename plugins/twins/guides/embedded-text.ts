import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EmbeddedOperation } from '../../../contract/embedded-operation.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { OperationPage } from '../../../contract/reference-page.ts';
import { embedFile, embedsFolder } from '../../embeds/embed-file.ts';
import { code, fence, link, plainText } from '../markdown/inline.ts';
import { curlSample } from '../reference/curl-sample.ts';

export interface EmbeddedTextInput {
  readonly portal: Pick<LoadedPortal, 'serviceUrl' | 'url'>;
  readonly buildFolder: string;
}

/** Says a guide's embedded operations for a terminal, each time the next one. */
export function embeddedTexts(guide: string, { portal, buildFolder }: EmbeddedTextInput): () => string {
  let place = 0;
  return () => {
    const file = path.join(embedsFolder(buildFolder), embedFile(guide, ++place));
    if (!existsSync(file)) return '';
    return embeddedText(JSON.parse(readFileSync(file, 'utf8')) as EmbeddedOperation, portal.serviceUrl || portal.url);
  };
}

/** The operation's name with its page, the request as curl, and what is handed from one to the next. */
export function embeddedText(embed: EmbeddedOperation, origin: string): string {
  const { page, href, needs, saves } = embed;
  const command = curlSample(withGiven(embed), `${origin}/gateway/${page.api}/${page.version}`);
  const notes = [
    ...needs.map(
      ({ name, from, placeholder }) => `For ${code(placeholder)} put ${code(name)} of “${plainText(from)}”.`,
    ),
    ...saves.map(({ name, pointer }) => `Keep ${code(pointer)} of the answer: it is ${code(name)} below.`),
  ];
  return [`${link(page.title, `${href}.md`)}:`, fence(command, 'sh'), ...notes].join('\n\n');
}

/** The page with what the guide fills in in the place of the contract's examples. */
function withGiven({ page, given, needs }: EmbeddedOperation): OperationPage {
  const parameters = page.parameters.map((parameter) => {
    const text = given.parameters[`${parameter.in}:${parameter.name}`];
    return text === undefined ? parameter : { ...parameter, required: true, example: standingIn(text, needs) };
  });
  if (!page.body || given.body === undefined) return { ...page, parameters };
  const [media, ...others] = page.body.content;
  const filled = media && { ...media, examples: [{ name: 'guide', text: standingIn(given.body, needs) }] };
  return { ...page, parameters, body: { ...page.body, content: filled ? [filled, ...others] : [] } };
}

function standingIn(text: string, needs: EmbeddedOperation['needs']): string {
  return needs.reduce((filled, { name, placeholder }) => filled.replaceAll(`{{${name}}}`, placeholder), text);
}
