import type { Operation, Response } from '../../../contract/model.ts';
import type { ResponseView } from '../../../contract/reference-page.ts';
import { buildContent } from './build-content.ts';
import type { PageTools } from './build-operation-page.ts';

export function buildResponse(response: Response, operation: Operation, tools: PageTools): ResponseView {
  const { render, views } = tools;
  const direction = operation.kind === 'webhook' ? 'request' : 'answer';
  const path = `${operation.slug}.${response.status}`;
  return {
    status: response.status,
    descriptionHtml: render(response.description, 3),
    headers: response.headers.map(({ name, required, description, schema }) => ({
      name,
      required,
      descriptionHtml: render(description, 4),
      schema: views.view(schema, direction, `${path}.${name}`),
    })),
    content: buildContent(response.content, direction, path, tools),
  };
}
