import type { RequestContent, RequestDescription } from '../../console/request';
import { escapeText, indent, isReadable, utf16Escape } from '../literals/escape-text';
import { multipartPieces } from '../writing/multipart-pieces';
import { headersWithCookies } from '../writing/ready-request';

/** Kotlin for the JVM with the HTTP client of Java 11: it sends every method and body, with nothing to install. */
export function writeKotlin(request: RequestDescription): string {
  const { method, url, user, content } = request;
  const body = bodyOf(content);
  const headers = headersWithCookies(request).map(([name, value]) => `.header(${quote(name)}, ${quote(value)})`);
  if (user !== null) {
    const base64 = `Base64.getEncoder().encodeToString(${quote(`${user}:`)}.toByteArray())`;
    headers.unshift(`.header("Authorization", "Basic " + ${base64})`);
  }
  if (body.boundary) {
    headers.push(`.header("Content-Type", ${quote(`multipart/form-data; boundary=${body.boundary}`)})`);
  }
  const imports = [
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    ...(content.kind === 'none' && method === 'GET' ? [] : ['java.net.http.HttpRequest.BodyPublishers']),
    'java.net.http.HttpResponse.BodyHandlers',
    ...(body.hasFiles ? ['java.nio.file.Path'] : []),
    ...(user === null ? [] : ['java.util.Base64']),
  ];
  const methodCall =
    method === 'GET' && content.kind === 'none' ? [] : [`.method(${quote(method)}, ${body.publisher})`];
  return `${imports.map((name) => `import ${name}\n`).join('')}
fun main() {
${body.lines.map((line) => `    ${line}\n`).join('')}    val request = HttpRequest.newBuilder(URI.create(${quote(url)}))
${[...headers, ...methodCall, '.build()'].map((call) => indent(call, '        ')).join('\n')}
    val response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString())
    println("\${response.statusCode()} \${response.body()}")
}`;
}

interface Body {
  readonly lines: readonly string[];
  readonly publisher: string;
  readonly boundary?: string;
  readonly hasFiles: boolean;
}

function bodyOf(content: RequestContent): Body {
  switch (content.kind) {
    case 'none':
      return { lines: [], publisher: 'BodyPublishers.noBody()', hasFiles: false };
    case 'text':
      return {
        lines: [`val body = ${quoteRaw(content.text)}`],
        publisher: 'BodyPublishers.ofString(body)',
        hasFiles: false,
      };
    case 'file':
      return { lines: [], publisher: `BodyPublishers.ofFile(Path.of(${quote(content.fileName)}))`, hasFiles: true };
    case 'parts': {
      const { boundary, pieces } = multipartPieces(content.parts);
      const publishers = pieces.map((piece) =>
        piece.kind === 'text'
          ? `    BodyPublishers.ofString(${quoteLong(piece.text)})`
          : `    BodyPublishers.ofFile(Path.of(${quote(piece.fileName)}))`,
      );
      const hasFiles = pieces.length > 1;
      return { lines: [], publisher: `BodyPublishers.concat(\n${publishers.join(',\n')}\n)`, boundary, hasFiles };
    }
  }
}

const named = { '\\': '\\\\', '"': '\\"', $: '\\$', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal on one line; `$` would begin a template (Kotlin specification §1.2.4.3). */
function quote(text: string): string {
  return `"${escapeText(text, named, utf16Escape)}"`;
}

/** A class file holds no constant of more than 65,535 bytes (Java Virtual Machine Specification §4.4.7). */
const LONGEST_CONSTANT = 16_000;

function quoteLong(text: string): string {
  if (text.length <= LONGEST_CONSTANT) return quote(text);
  const parts = text.match(/[^]{1,16000}/gu) ?? [];
  return `listOf(\n${parts.map((part) => `        ${quote(part)}`).join(',\n')}\n    ).joinToString("")`;
}

/** A raw one where the text can stand in it. It has no escapes: a `$` is written as a template of itself. */
function quoteRaw(text: string): string {
  const isRaw = isReadable(text) && !text.includes('"""') && !text.endsWith('"') && text.length <= LONGEST_CONSTANT;
  return isRaw ? `"""${text.replaceAll('$', () => "${'$'}")}"""` : quoteLong(text);
}
