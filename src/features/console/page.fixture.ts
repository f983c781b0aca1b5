import type { OperationPage, ParameterView, SecurityView } from '../../../contract/reference-page';

/** A page's data with as little as the types ask for; tests say what matters to them. */
export function operationPage(part: Partial<OperationPage> = {}): OperationPage {
  return {
    api: 'cardea',
    version: 'v2',
    slug: 'get-thing',
    id: 'getThing',
    kind: 'operation',
    method: 'get',
    path: '/things',
    title: 'Get a thing',
    excerpt: '',
    descriptionHtml: '',
    deprecated: false,
    tag: { name: 'Things', slug: 'things' },
    security: [[bearer]],
    parameters: [],
    responses: [],
    otherVersions: [],
    ...part,
  };
}

export const bearer: SecurityView = { name: 'key', type: 'http', scheme: 'bearer', scopes: [], descriptionHtml: '' };

export function parameter(part: Partial<ParameterView> & Pick<ParameterView, 'name' | 'in'>): ParameterView {
  const style = part.in === 'path' || part.in === 'header' ? 'simple' : 'form';
  return {
    required: part.in === 'path',
    deprecated: false,
    descriptionHtml: '',
    schema: { type: 'string' },
    style,
    explode: style === 'form',
    allowReserved: false,
    ...part,
  };
}

export function jsonBody(text: string, required = true): OperationPage['body'] {
  return {
    required,
    descriptionHtml: '',
    content: [{ type: 'application/json', schema: { type: 'object' }, examples: [{ name: 'default', text }] }],
  };
}
