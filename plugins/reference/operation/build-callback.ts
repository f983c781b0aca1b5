import type { Callback } from '../../../contract/model.ts';
import type { CallbackView } from '../../../contract/reference-page.ts';
import { byStatus } from './answer-order.ts';
import { buildBody } from './build-body.ts';
import type { PageTools } from '../page-tools.ts';
import { buildParameter } from './build-parameter.ts';
import { buildResponse } from './build-response.ts';
import { operationDescription, operationTitle } from './operation-title.ts';
import { sourceOf } from './source-of.ts';

/** What the platform sends in the course of an operation (OpenAPI 3.1 §4.8.18). `path` names nameless schemas. */
export function buildCallback({ name, request }: Callback, path: string, tools: PageTools): CallbackView {
  const body = buildBody(request, `${path}.${name}.body`, tools);
  const source = sourceOf(request.path);
  return {
    name,
    expression: request.path,
    ...(source.of !== undefined && { sentTo: source }),
    method: request.method,
    title: operationTitle(request),
    descriptionHtml: tools.render(operationDescription(request), 3),
    parameters: request.parameters.map((parameter) => buildParameter(parameter, tools)),
    ...(body && { body }),
    responses: request.responses
      .toSorted(byStatus)
      .map((response) => buildResponse(response, request, tools, `${path}.${name}`)),
  };
}
