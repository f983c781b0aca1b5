import type { Operation } from '../../../contract/model.ts';
import type { OperationPage, PageLink, VersionLink } from '../../../contract/reference-page.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import type { PageTools } from '../page-tools.ts';
import { byStatus } from './answer-order.ts';
import { buildBadges } from './build-badges.ts';
import { buildBody } from './build-body.ts';
import { buildCallback } from './build-callback.ts';
import { buildCodeSamples } from './build-code-samples.ts';
import { buildDeprecation } from './build-deprecation.ts';
import { buildExternalDocs } from './build-external-docs.ts';
import { buildParameter } from './build-parameter.ts';
import { buildResponse } from './build-response.ts';
import { buildSecurity } from './build-security.ts';
import { buildServer } from './build-server.ts';
import { operationDescription, operationTitle } from './operation-title.ts';
import { showOnce } from './show-once.ts';
import { buildVerification } from './verification/build-verification.ts';

/** Where a page stands among the others. */
export interface PagePlace {
  readonly tag: { readonly name: string; readonly slug: string };
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
  readonly otherVersions: readonly VersionLink[];
}

/** The page data of one operation or webhook. What is empty is left out: a page is read over slow connections. */
export function buildOperationPage(operation: Operation, place: PagePlace, tools: PageTools): OperationPage {
  const { contract, render } = tools;
  const { slug, kind, hasOwnServers, servers, callbacks } = operation;
  const descriptionHtml = render(operationDescription(operation), 1);
  return {
    api: contract.api,
    version: contract.version,
    slug,
    id: operation.id,
    kind: kind === 'webhook' ? 'webhook' : 'operation',
    method: operation.method,
    path: operation.path,
    title: operationTitle(operation),
    excerpt: excerptOf(descriptionHtml),
    descriptionHtml,
    deprecated: operation.deprecated,
    tag: place.tag,
    security: operation.security.map((requirement) => buildSecurity(requirement, tools)),
    parameters: operation.parameters.map((parameter) => buildParameter(parameter, tools)),
    ...given('body', buildBody(operation, `${slug}.body`, tools)),
    responses: showOnce(
      operation.responses.toSorted(byStatus).map((response) => buildResponse(response, operation, tools)),
    ),
    ...given('servers', hasOwnServers ? servers.map((server) => buildServer(server, render)) : []),
    ...given(
      'callbacks',
      callbacks.map((callback) => buildCallback(callback, slug, tools)),
    ),
    ...given('badges', buildBadges(operation.extensions['x-badges'])),
    ...given('codeSamples', buildCodeSamples(operation.extensions)),
    ...given('externalDocs', buildExternalDocs(operation.externalDocs)),
    ...given('deprecation', buildDeprecation(operation, contract)),
    ...given('verification', kind === 'webhook' ? buildVerification(operation, tools) : undefined),
    otherVersions: place.otherVersions,
    ...given('previous', place.previous),
    ...given('next', place.next),
  };
}

/** A member where there is something to say: neither nothing nor an empty list. */
function given<Name extends keyof OperationPage>(name: Name, value: OperationPage[Name]): Partial<OperationPage> {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
}
