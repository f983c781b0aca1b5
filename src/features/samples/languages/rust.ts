import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';
import { bracedEscape, escapeText, indent, isReadable, longestRun } from '../literals/escape-text';
import { headersWithCookies } from '../writing/ready-request';

const functions = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Rust with reqwest. */
export function writeRust(request: RequestDescription): string {
  const { method, url, user, content } = request;
  const start = functions.has(method)
    ? `.${method.toLowerCase()}(${quote(url)})`
    : `.request(reqwest::Method::from_bytes(b${quote(method)})?, ${quote(url)})`;
  const calls = [
    start,
    ...(user === null ? [] : [`.basic_auth(${quote(user)}, Some(""))`]),
    ...headersWithCookies(request).map(([name, value]) => `.header(${quote(name)}, ${quote(value)})`),
    ...bodyCall(content),
    '.send()',
    '.await?;',
  ];
  const features = content.kind === 'parts' ? ' --features multipart,stream' : '';
  return [
    `// cargo add reqwest${features}`,
    '// cargo add tokio --features full',
    '',
    '#[tokio::main]',
    'async fn main() -> Result<(), Box<dyn std::error::Error>> {',
    ...(content.kind === 'text' ? [`    let body = ${quoteRaw(content.text)};`] : []),
    '    let response = reqwest::Client::new()',
    ...calls.map((call) => indent(call, '        ')),
    '',
    '    println!("{} {}", response.status(), response.text().await?);',
    '    Ok(())',
    '}',
  ].join('\n');
}

function bodyCall(content: RequestContent): readonly string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'text':
      return ['.body(body)'];
    case 'file':
      return [`.body(std::fs::read(${quote(content.fileName)})?)`];
    case 'parts': {
      const parts = content.parts.map(partCall);
      return [`.multipart(\n    reqwest::multipart::Form::new()\n${parts.join('\n')},\n)`];
    }
  }
}

function partCall([name, value, fileName, , type]: RequestPart): string {
  if (type !== undefined) {
    const made = fileName === undefined ? `text(${quote(value)})` : `file(${quote(fileName)}).await?`;
    return `        .part(${quote(name)}, reqwest::multipart::Part::${made}.mime_str(${quote(type)})?)`;
  }
  return fileName === undefined
    ? `        .text(${quote(name)}, ${quote(value)})`
    : `        .file(${quote(name)}, ${quote(fileName)})\n        .await?`;
}

const named = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal on one line (The Rust Reference, “Tokens”). */
function quote(text: string): string {
  return `"${escapeText(text, named, bracedEscape)}"`;
}

/** A raw one where the text can stand in it as it is: more `#` than follow any quote in it. */
function quoteRaw(text: string): string {
  if (!isReadable(text)) return quote(text);
  const marks = '#'.repeat(longestRun(text, /(?<=")#+/g) + 1);
  return `r${marks}"${text}"${marks}`;
}
