import { isJsonMediaType, type RequestDescription } from '../../console/request';
import { isContentType } from './ready-request';

/** True where the request says that its body is JSON. */
export function sendsJson({ headers }: RequestDescription): boolean {
  return isJsonMediaType(headers.find(isContentType)?.[1] ?? '');
}
