import type { Operation } from '../../../contract/model.ts';
import type { BodyView } from '../../../contract/reference-page.ts';
import { buildContent } from './build-content.ts';
import type { PageTools } from '../page-tools.ts';

/** A request's body. `path` names its nameless schemas. */
export function buildBody({ requestBody, kind }: Operation, path: string, tools: PageTools): BodyView | undefined {
  if (!requestBody) return undefined;
  return {
    required: requestBody.required,
    descriptionHtml: tools.render(requestBody.description, 2),
    // What the platform sends, the integrator receives.
    content: buildContent(requestBody.content, kind === 'operation' ? 'request' : 'answer', path, tools),
  };
}
