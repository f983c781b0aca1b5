import type { SourceView } from '../../../contract/reference-page.ts';

const WHOSE = { request: 'of your request', response: 'of this answer' } as const;
const EXPRESSION = /^\{?\$(request|response)\.(?:(header|query|path)\.([^{}]+)|body(?:#([^{}]*))?)\}?$/;
const WHOLE: ReadonlyMap<string, SourceView> = new Map([
  ['$url', { name: 'the address', of: 'of your request' }],
  ['$method', { name: 'the method', of: 'of your request' }],
  ['$statusCode', { name: 'the status', of: 'of this answer' }],
]);

/**
 * A runtime expression (OpenAPI 3.1 §4.8.20.4) in words: `$response.body#/id` is `id` of this answer. What is none, or more than one,
 * is a value that stays as it is.
 */
export function sourceOf(text: string): SourceView {
  const expression = text.trim();
  const whole = WHOLE.get(expression.replace(/^\{(.*)\}$/, '$1'));
  if (whole) return whole;
  const [match, side, place, name, pointer] = EXPRESSION.exec(expression) ?? [];
  if (match === undefined) return { name: text };
  const whose = side === 'request' ? WHOSE.request : WHOSE.response;
  if (name !== undefined)
    return { name, of: place === 'header' ? `among the headers ${whose}` : `in the ${place} ${whose}` };
  return pointer ? { name: memberName(pointer), of: whose } : { name: 'the body', of: whose };
}

/** `/data/0/id` → `data[0].id` (RFC 6901). */
function memberName(pointer: string): string {
  const steps = pointer.replace(/^\//, '').split('/');
  const names = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce((path, name) => (/^\d+$/.test(name) ? `${path}[${name}]` : path ? `${path}.${name}` : name), '');
}
