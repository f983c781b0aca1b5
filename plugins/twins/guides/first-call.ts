import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../../contract/model.ts';
import type { JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { OperationPage, ServedPage } from '../../../contract/reference-page.ts';
import { fence, indent, link, plainText } from '../markdown/inline.ts';
import { curlSample } from '../reference/curl-sample.ts';

export interface FirstCallInput {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly siteFolder: string;
}

/** What `<FirstCall />` does, for a terminal: a numbered list of the journey's steps with their requests as curl. */
export function firstCallText(journeyId: string, input: FirstCallInput): string {
  const journey = input.portal.journeys.find(({ id }) => id === journeyId);
  return (journey?.steps ?? []).map((step, index) => stepText(step, index + 1, input)).join('\n\n');
}

function stepText({ title, text, proof }: JourneyStepConfig, number: number, input: FirstCallInput): string {
  const { portal } = input;
  const origin = portal.serviceUrl || portal.url;
  const lines = [`${number}. **${plainText(title)}.**${text === undefined ? '' : ` ${plainText(text)}`}`];
  if (proof.kind === 'key-issued') lines.push(fence(`curl --request POST '${origin}/api/v1/guest-keys'`, 'sh'));
  if (proof.kind === 'traffic') {
    const [api = '', version = '', id = ''] = proof.operation.split('/');
    const page = operationPage({ api, version, id }, input);
    if (page) {
      lines.push(fence(curlSample(page, `${origin}/gateway/${api}/${version}`), 'sh'));
      lines.push(`See ${link(page.title, `/reference/${api}/${version}/${page.slug}.md`)}.`);
    }
  }
  return indent(lines.join('\n\n'), 3).trimStart();
}

function operationPage(
  { api, version, id }: { readonly api: string; readonly version: string; readonly id: string },
  { contracts, siteFolder }: FirstCallInput,
): OperationPage | undefined {
  const contract = contracts.find((one) => one.api === api && one.version === version);
  const slug = contract?.operations.find((operation) => operation.id === id)?.slug;
  if (slug === undefined) return undefined;
  const file = path.join(siteFolder, 'reference', api, version, `${slug}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as ServedPage<OperationPage>).page;
}
