import type { ResponseLink } from '../../../contract/model.ts';
import type { LinkView } from '../../../contract/reference-page.ts';
import type { PageTools } from '../page-tools.ts';
import { operationLink } from './operation-link.ts';
import { sourceOf } from './source-of.ts';

/** What an answer's values can be used for next (OpenAPI 3.1 §4.8.20). */
export function buildLink(link: ResponseLink, { contract, render }: PageTools): LinkView {
  const { name, description, operationId, parameters, requestBody } = link;
  const operation = operationId === undefined ? undefined : operationLink(contract, operationId);
  return {
    name,
    descriptionHtml: render(description, 4),
    ...(operation && { operation }),
    parameters: Object.entries(parameters).map(([parameter, value]) => ({
      name: parameter.replace(/^(?:path|query|header|cookie)\./, ''),
      value,
      source: sourceOf(value),
    })),
    ...(requestBody !== undefined && { body: requestBody, bodySource: sourceOf(requestBody) }),
  };
}
