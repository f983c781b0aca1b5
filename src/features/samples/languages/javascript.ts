import { browserLimits, isForbiddenHeader, type RequestDescription } from '../../console/request';
import { writeFetch } from './fetch-call';

/** A module in a browser. What no page can send is left out, and said. */
export function writeJavaScript(request: RequestDescription): string {
  return writeFetch(request, {
    headers: request.headers.filter(([name]) => !isForbiddenHeader(name)),
    limits: browserLimits(request),
    imports: () => [],
    base64: (text) => `btoa(${text})`,
    file: () => `document.querySelector('input[type=file]').files[0]`,
  });
}
