import { isForbiddenHeader, multipartBlob, type RequestDescription } from '../../request';

/** What a browser is told: without what it would not send anyway (`browserLimits` says what that is). */
export function toInit(request: RequestDescription): RequestInit {
  const headers = new Headers();
  for (const [name, value] of request.headers) if (!isForbiddenHeader(name)) headers.append(name, value);
  if (request.user !== null) headers.set('Authorization', `Basic ${btoa(`${request.user}:`)}`);
  const canHaveBody = request.method !== 'GET' && request.method !== 'HEAD';
  return {
    method: request.method,
    headers,
    body: canHaveBody ? toBody(request) : null,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

function toBody({ content }: RequestDescription): BodyInit | null {
  if (content.kind === 'none') return null;
  if (content.kind === 'text') return content.text;
  if (content.kind === 'file') return content.file ?? content.text;
  if (content.parts.some(([, , , , type]) => type !== undefined)) return multipartBlob(content.parts);
  const form = new FormData();
  for (const [name, value, fileName, file] of content.parts) {
    if (fileName === undefined) form.append(name, value);
    else form.append(name, file ?? new Blob([value]), fileName);
  }
  return form;
}
