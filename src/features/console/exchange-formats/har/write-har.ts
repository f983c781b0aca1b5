import type { RequestContent } from '../../request';
import type { FormatWriter } from '../written';

/**
 * A HAR 1.2 file of one entry. It has been sent by nobody yet, which browsers write as status 0. The archive has no place for a file that is the
 * whole body: its name stands in the comment.
 */
export const writeHar: FormatWriter = ({ request, title, now }) => {
  const { method, url, headers, cookies, user, content } = request;
  const authorization = user === null ? [] : [{ name: 'Authorization', value: `Basic ${base64(`${user}:`)}` }];
  const cookie = cookies.length === 0 ? [] : [{ name: 'Cookie', value: cookies.join('; ') }];
  const named = headers.map(([name, value]) => ({ name, value }));
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const postData = postDataOf(content, contentType);
  const entry = {
    startedDateTime: now.toISOString(),
    time: 0,
    request: {
      ...{ method, url, httpVersion: 'HTTP/1.1' },
      cookies: cookies.map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1) };
      }),
      headers: [...named, ...authorization, ...cookie],
      queryString: queryOf(url),
      ...(postData && { postData }),
      headersSize: -1,
      bodySize:
        content.kind === 'text' ? new TextEncoder().encode(content.text).length : content.kind === 'none' ? 0 : -1,
      comment: title,
    },
    response: {
      ...{ status: 0, statusText: '', httpVersion: 'HTTP/1.1', cookies: [], headers: [] },
      content: { size: 0, mimeType: 'x-unknown' },
      ...{ redirectURL: '', headersSize: -1, bodySize: -1 },
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
  const log = { version: '1.2', creator: { name: 'Portolan', version: '1' }, entries: [entry] };
  return { text: `${JSON.stringify({ log }, null, 2)}\n`, limits: [] };
};

function postDataOf(content: RequestContent, contentType: string | undefined): object | null {
  switch (content.kind) {
    case 'none':
      return null;
    case 'text':
      return { mimeType: contentType ?? 'text/plain', text: content.text };
    case 'file':
      return {
        mimeType: contentType ?? 'application/octet-stream',
        text: `(the content of ${content.fileName})`,
        comment: `file: ${content.fileName}`,
      };
    case 'parts':
      return {
        mimeType: 'multipart/form-data',
        params: content.parts.map(([name, value, fileName, , type]) =>
          fileName === undefined
            ? { name, value, ...(type !== undefined && { contentType: type }) }
            : { name, fileName, contentType: type ?? 'application/octet-stream' },
        ),
      };
  }
}

function queryOf(url: string): readonly object[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }));
}

/** RFC 7617 §2.1: UTF-8. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
