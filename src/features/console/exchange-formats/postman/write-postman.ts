import type { RequestContent, RequestDescription } from '../../request';
import type { FormatWriter } from '../written';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A Postman collection v2.1 of one request. The credential is a variable of the collection: one puts it in once, in one place. */
export const writePostman: FormatWriter = ({ request, title, credential }) => {
  const { method, url } = request;
  const { auth, headers } = authOf(request, credential);
  const cookies = request.cookies.length === 0 ? [] : [['Cookie', request.cookies.join('; ')] as const];
  const body = bodyOf(request.content, languageOf(request));
  const collection = {
    info: { name: title, schema: SCHEMA },
    item: [
      {
        name: title,
        request: {
          method,
          ...(auth && { auth }),
          header: [...headers, ...cookies].map(([key, value]) => ({ key, value: literal(value) })),
          ...(body && { body }),
          url: urlOf(url),
        },
        response: [],
      },
    ],
    // Texts that look like a variable are one, of that text.
    variable: [
      ...(auth ? [{ key: 'key', value: credential ?? '', type: 'string' }] : []),
      { key: 'open', value: '{{' },
    ],
  };
  const text = JSON.stringify(collection, null, 2);
  if (!text.includes('{{open}}')) collection.variable.pop();
  return { text: `${JSON.stringify(collection, null, 2)}\n`, limits: [] };
};

interface Auth {
  readonly type: 'bearer' | 'basic';
  readonly [scheme: string]: unknown;
}

function authOf(
  { headers, user }: RequestDescription,
  credential: string | null,
): { readonly auth: Auth | null; readonly headers: RequestDescription['headers'] } {
  const member = (key: string, value: string) => ({ key, value, type: 'string' });
  if (credential === null) return { auth: null, headers };
  if (user === credential) {
    return { auth: { type: 'basic', basic: [member('username', '{{key}}'), member('password', '')] }, headers };
  }
  const rest = headers.filter(([name, value]) => name !== 'Authorization' || value !== `Bearer ${credential}`);
  if (rest.length === headers.length) return { auth: null, headers };
  return { auth: { type: 'bearer', bearer: [member('token', '{{key}}')] }, headers: rest };
}

function bodyOf(content: RequestContent, language: string): object | null {
  switch (content.kind) {
    case 'none':
      return null;
    case 'text':
      return { mode: 'raw', raw: literal(content.text), options: { raw: { language } } };
    case 'file':
      return { mode: 'file', file: { src: content.fileName } };
    case 'parts':
      return {
        mode: 'formdata',
        formdata: content.parts.map(([key, value, fileName, , type]) => ({
          key: literal(key),
          ...(fileName === undefined ? { value: literal(value), type: 'text' } : { type: 'file', src: fileName }),
          ...(type !== undefined && { contentType: type }),
        })),
      };
  }
}

function languageOf({ headers }: RequestDescription): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /json/i.test(type) ? 'json' : /xml/i.test(type) ? 'xml' : /html/i.test(type) ? 'html' : 'text';
}

function urlOf(url: string): object {
  const [, protocol = '', host = '', path = '', query] = /^(\w+):\/\/([^/?]*)([^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  const [name = '', port] = host.split(/:(?=\d+$)/);
  const pairs = query?.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? { key: pair, value: null } : { key: pair.slice(0, at), value: pair.slice(at + 1) };
  });
  return {
    raw: url,
    protocol,
    host: name.split('.'),
    ...(port !== undefined && { port }),
    path: path.split('/').slice(1),
    ...(pairs && { query: pairs }),
  };
}

function literal(text: string): string {
  return text.replaceAll('{{', '{{open}}');
}
