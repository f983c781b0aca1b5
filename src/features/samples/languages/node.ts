import type { RequestDescription } from '../../console/request';
import { headersWithCookies } from '../writing/ready-request';
import { quote, writeFetch } from './fetch-call';

/** An ES module for Node 20 and later, with nothing to install. */
export function writeNode(request: RequestDescription): string {
  const hasUnsentBody = request.method === 'GET' && request.content.kind !== 'none';
  return writeFetch(request, {
    headers: headersWithCookies(request),
    limits: [
      ...(hasUnsentBody ? ['fetch does not send a body with GET, so it is left out.'] : []),
      ...(request.method === 'TRACE' || request.method === 'CONNECT'
        ? [`fetch does not send ${request.method} requests.`]
        : []),
    ],
    imports: (hasFiles) => (hasFiles ? [`import { openAsBlob } from 'node:fs';`] : []),
    base64: (text) => `btoa(${text})`,
    file: (fileName, type) =>
      `await openAsBlob(${quote(fileName)}${type === undefined ? '' : `, { type: ${quote(type)} }`})`,
  });
}
