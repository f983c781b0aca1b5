import type { Operation } from '../../../contract/model.ts';
import type { OperationPage, PageLink, VersionLink } from '../../../contract/reference-page.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import type { PageTools } from '../page-tools.ts';
import { buildContent } from './build-content.ts';
import { buildParameter } from './build-parameter.ts';
import { buildResponse } from './build-response.ts';
import { buildSecurity } from './build-security.ts';
import { operationDescription, operationTitle } from './operation-title.ts';
import { showOnce } from './show-once.ts';
import { isWebAddress } from './web-address.ts';

/** Where a page stands among the others. */
export interface PagePlace {
  readonly tag: { readonly name: string; readonly slug: string };
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
  readonly otherVersions: readonly VersionLink[];
}

/** The page data of one operation or webhook. */
export function buildOperationPage(operation: Operation, place: PagePlace, tools: PageTools): OperationPage {
  const { contract, views, render } = tools;
  const { requestBody, externalDocs } = operation;
  const descriptionHtml = render(operationDescription(operation), 1);
  // A webhook's body is what the integrator receives.
  const sent = operation.kind === 'webhook' ? 'answer' : 'request';
  return {
    api: contract.api,
    version: contract.version,
    slug: operation.slug,
    id: operation.id,
    kind: operation.kind === 'webhook' ? 'webhook' : 'operation',
    method: operation.method,
    path: operation.path,
    title: operationTitle(operation),
    excerpt: excerptOf(descriptionHtml),
    descriptionHtml,
    deprecated: operation.deprecated,
    tag: place.tag,
    security: operation.security.map((requirement) => buildSecurity(requirement, tools)),
    parameters: operation.parameters.map((parameter) => buildParameter(parameter, views, render)),
    ...(requestBody && {
      body: {
        required: requestBody.required,
        descriptionHtml: render(requestBody.description, 2),
        content: buildContent(requestBody.content, sent, `${operation.slug}.body`, tools),
      },
    }),
    responses: showOnce(operation.responses.map((response) => buildResponse(response, operation, tools))),
    ...(externalDocs &&
      isWebAddress(externalDocs.url) && {
        externalDocs: { href: externalDocs.url, text: externalDocs.description ?? externalDocs.url },
      }),
    otherVersions: place.otherVersions,
    ...(place.previous && { previous: place.previous }),
    ...(place.next && { next: place.next }),
  };
}
