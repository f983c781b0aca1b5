import type { RequestContent, RequestDescription } from '../../console/request';
import { bracedEscape, escapeText, indent, isReadable, longestRun } from '../literals/escape-text';
import { multipartPieces } from '../writing/multipart-pieces';
import { headersWithCookies } from '../writing/ready-request';

/** Swift 5.5 and later, as a `main.swift`. */
export function writeSwift(request: RequestDescription): string {
  const { method, url, user } = request;
  const hasUnsentBody = method === 'GET' && request.content.kind !== 'none';
  const content = hasUnsentBody ? { kind: 'none' as const } : request.content;
  return [
    'import Foundation',
    ...(hasUnsentBody ? ['', '// URLSession does not send a body with GET, so it is left out.'] : []),
    '',
    `var request = URLRequest(url: URL(string: ${quote(url)})!)`,
    ...(method === 'GET' ? [] : [`request.httpMethod = ${quote(method)}`]),
    ...(user === null
      ? []
      : [setHeader('Authorization', `"Basic " + Data(${quote(`${user}:`)}.utf8).base64EncodedString()`)]),
    ...headersWithCookies(request).map(([name, value]) => setHeader(name, quote(value))),
    ...bodyLines(content),
    '',
    'let (data, response) = try await URLSession.shared.data(for: request)',
    'print((response as! HTTPURLResponse).statusCode, String(decoding: data, as: UTF8.self))',
  ].join('\n');
}

const setHeader = (name: string, code: string) => `request.setValue(${code}, forHTTPHeaderField: ${quote(name)})`;
const fileData = (fileName: string) => `try Data(contentsOf: URL(fileURLWithPath: ${quote(fileName)}))`;

function bodyLines(content: RequestContent): readonly string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'text':
      return [`request.httpBody = Data(${quoteLines(content.text)}.utf8)`];
    case 'file':
      return [`request.httpBody = ${fileData(content.fileName)}`];
    case 'parts': {
      const { boundary, pieces } = multipartPieces(content.parts);
      return [
        setHeader('Content-Type', quote(`multipart/form-data; boundary=${boundary}`)),
        'var body = Data()',
        ...pieces.map((piece) =>
          piece.kind === 'text'
            ? `body.append(Data(${quote(piece.text)}.utf8))`
            : `body.append(${fileData(piece.fileName)})`,
        ),
        'request.httpBody = body',
      ];
    }
  }
}

const named = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal on one line; an interpolation begins with a backslash, which is escaped (The Swift Programming Language, “Lexical Structure”). */
function quote(text: string): string {
  return `"${escapeText(text, named, bracedEscape)}"`;
}

/** A raw literal for a text of several lines: more `#` than follow any `"` or `\` in it. */
function quoteLines(text: string): string {
  if (!text.includes('\n') || !isReadable(text)) return quote(text);
  const marks = '#'.repeat(longestRun(text, /(?<=["\\])#+/g) + 1);
  return `${marks}"""\n${indent(text, '    ')}\n    """${marks}`;
}
