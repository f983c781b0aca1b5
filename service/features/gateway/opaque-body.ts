import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../../../contract/model.ts';
import { bestFit, isJson, parseMediaType } from './media-type.ts';

/**
 * Whether the request's body is of a declared media type that nobody here looks into (a file, an image): then it need not be held in
 * memory, and may be of any size.
 */
export function isOpaqueBody(operation: Pick<Operation, 'requestBody'>, headers: IncomingHttpHeaders): boolean {
  const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
  const type = parseMediaType(headers['content-type'] ?? '')?.essence;
  if (!hasBody || type === undefined || headers['content-encoding'] !== undefined) return false;
  const isRead = isJson(type) || /^(?:text\/|multipart\/form-data$|application\/x-www-form-urlencoded$)/.test(type);
  return !isRead && bestFit(operation.requestBody?.content ?? [], type) !== undefined;
}
