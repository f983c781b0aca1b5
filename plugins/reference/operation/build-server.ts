import type { Server } from '../../../contract/model.ts';
import type { ServerView } from '../../../contract/reference-page.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';

/** A server and its variables (OpenAPI 3.1 §4.8.5, §4.8.6). */
export function buildServer({ url, description, variables = {} }: Server, render: RenderMarkdown): ServerView {
  return {
    url,
    descriptionHtml: render(description, 3),
    variables: Object.entries(variables).map(([name, variable]) => ({
      name,
      default: variable.default,
      ...(variable.enum && { enum: variable.enum }),
      descriptionHtml: render(variable.description, 4),
    })),
  };
}
