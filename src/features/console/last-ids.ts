import type { OperationPage } from '../../../contract/reference-page';
import { isRecord } from '../../portal-client';
import type { AnswerBody } from './answer/answer';
import { fieldKey } from './request';

interface Made {
  readonly status: number;
  readonly body: AnswerBody;
  readonly location: string | null;
}

/** Names a collection: `cardea/v2/credential-offers`. */
export function collectionKey({ api, version }: Pick<OperationPage, 'api' | 'version'>, path: string): string {
  return `${api}/${version}${path}`;
}

/**
 * The id of what a POST has just made: the body's `id`, else the last segment of `Location`. Null for anything else: a
 * refusal, another method, a POST to an item (an action such as `…/{id}/revoke` makes nothing).
 */
export function idOfMade(page: OperationPage, { status, body, location }: Made): string | null {
  if (page.method.toLowerCase() !== 'post' || status < 200 || status > 299) return null;
  return idIn(body) ?? lastSegment(location);
}

/** What the path's parameters start with: where `/things/{thing_id}` stands, the id that was last made at `/things`. */
export function rememberedValues(
  page: OperationPage,
  lastIds: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { name } of page.parameters.filter((parameter) => parameter.in === 'path')) {
    const at = page.path.indexOf(`/{${name}}`);
    const id = at === -1 ? undefined : lastIds.get(collectionKey(page, page.path.slice(0, at)));
    if (id !== undefined) values[fieldKey({ in: 'path', name })] = id;
  }
  return values;
}

function idIn(body: AnswerBody): string | null {
  if (body.kind !== 'text') return null;
  try {
    const document: unknown = JSON.parse(body.text);
    const id = isRecord(document) ? document.id : undefined;
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  } catch {
    return null;
  }
}

function lastSegment(location: string | null): string | null {
  const segment = location?.split(/[?#]/, 1)[0]?.split('/').at(-1);
  try {
    return segment ? decodeURIComponent(segment) : null;
  } catch {
    return null;
  }
}
