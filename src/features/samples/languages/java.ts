import type { RequestContent, RequestDescription } from '../../console/request';
import { escapeText, indent, isReadable, utf16Escape } from '../literals/escape-text';
import { multipartPieces } from '../writing/multipart-pieces';
import { headersWithCookies } from '../writing/ready-request';

/** Java 15 and later with its own HTTP client. */
export function writeJava(request: RequestDescription): string {
  const { method, url, user, content } = request;
  const publisher = publisherOf(content);
  const headers = headersWithCookies(request).map(([name, value]) => `.header(${quote(name)}, ${quote(value)})`);
  if (user !== null) headers.unshift(`.header("Authorization", "Basic " + ${base64(user)})`);
  if (publisher.boundary) {
    headers.push(`.header("Content-Type", ${quote(`multipart/form-data; boundary=${publisher.boundary}`)})`);
  }
  const files =
    content.kind === 'file' || (content.kind === 'parts' && content.parts.some(([, , file]) => file !== undefined));
  const imports = [
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    ...(publisher.code || method !== 'GET' ? ['java.net.http.HttpRequest.BodyPublishers'] : []),
    'java.net.http.HttpResponse.BodyHandlers',
    ...(files ? ['java.nio.file.Path'] : []),
    ...(user === null ? [] : ['java.util.Base64']),
  ];
  const calls = [...headers, methodCall(method, publisher.code), '.build();'].filter((call) => call !== '');
  const main = [
    `var request = HttpRequest.newBuilder(URI.create(${quote(url)}))`,
    ...calls.map((call) => indent(call, '    ')),
    'var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());',
    'System.out.println(response.statusCode() + " " + response.body());',
  ];
  return `${imports.map((name) => `import ${name};\n`).join('')}
public class Sample {
  public static void main(String[] args) throws Exception {
${indent(main.join('\n'), '    ')}
  }
}`;
}

const base64 = (user: string) => `Base64.getEncoder().encodeToString(${quote(`${user}:`)}.getBytes())`;

function methodCall(method: string, publisher: string): string {
  if (method === 'GET' && publisher === '') return '';
  if ((method === 'POST' || method === 'PUT') && publisher !== '') return `.${method}(${publisher})`;
  return `.method(${quote(method)}, ${publisher || 'BodyPublishers.noBody()'})`;
}

function publisherOf(content: RequestContent): { readonly code: string; readonly boundary?: string } {
  switch (content.kind) {
    case 'none':
      return { code: '' };
    case 'text':
      return { code: `BodyPublishers.ofString(${quoteLines(content.text)})` };
    case 'file':
      return { code: `BodyPublishers.ofFile(Path.of(${quote(content.fileName)}))` };
    case 'parts': {
      const { boundary, pieces } = multipartPieces(content.parts);
      const publishers = pieces.map((piece) =>
        piece.kind === 'text'
          ? `    BodyPublishers.ofString(${quoteLong(piece.text)})`
          : `    BodyPublishers.ofFile(Path.of(${quote(piece.fileName)}))`,
      );
      return { code: `BodyPublishers.concat(\n${publishers.join(',\n')})`, boundary };
    }
  }
}

const named = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Java reads `\u000a` before anything else, so that controls are octal (Java Language Specification §3.3, §3.10.7). */
const unseen = (code: number) => (code < 0x80 ? `\\${code.toString(8).padStart(3, '0')}` : utf16Escape(code));

/** A string literal on one line (§3.10.5). */
function quote(text: string): string {
  return `"${escapeText(text, named, unseen)}"`;
}

/** A class file holds no constant of more than 65,535 bytes (Java Virtual Machine Specification §4.4.7). */
const LONGEST_CONSTANT = 16_000;

function quoteLong(text: string): string {
  if (text.length <= LONGEST_CONSTANT) return quote(text);
  const parts = text.match(/[^]{1,16000}/gu) ?? [];
  return `String.join("",\n${parts.map((part) => `    ${quote(part)}`).join(',\n')})`;
}

/** A text block where a text of several lines can stand in it as it is (§3.10.6); its indentation is not part of it. */
function quoteLines(text: string): string {
  const isBlock = text.includes('\n') && /^\S/.test(text) && isReadable(text) && text.length <= LONGEST_CONSTANT;
  if (!isBlock) return quoteLong(text);
  const lines = text
    .replaceAll('\\', '\\\\')
    .replace(/"{3,}|"+$/g, (run) => '\\"'.repeat(run.length))
    .replace(/[ \t]$/gm, (space) => (space === ' ' ? '\\s' : '\\t'));
  return `"""\n${indent(lines, '    ')}"""`;
}
