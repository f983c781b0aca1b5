import type { Operation, Response } from '../../../contract/model.ts';
import type { ResponseView } from '../../../contract/reference-page.ts';
import { buildContent } from './build-content.ts';
import { buildHeader } from './build-header.ts';
import { buildLink } from './build-link.ts';
import type { PageTools } from '../page-tools.ts';

/** An answer. `path` names its nameless schemas. */
export function buildResponse(
  response: Response,
  operation: Operation,
  tools: PageTools,
  path: string = operation.slug,
): ResponseView {
  // What answers a webhook or a callback, the integrator writes.
  const direction = operation.kind === 'operation' ? 'answer' : 'request';
  const at = `${path}.${response.status}`;
  return {
    status: response.status,
    descriptionHtml: tools.render(response.description, 3),
    headers: response.headers.map((header) => buildHeader(header, direction, at, tools)),
    content: buildContent(response.content, direction, at, tools),
    ...(response.links.length > 0 && { links: response.links.map((link) => buildLink(link, tools)) }),
  };
}
