import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';
import { escapeText, indent, isReadable, longestRun, utf16Escape } from '../literals/escape-text';
import { headersWithCookies, isContentType } from '../writing/ready-request';

const known: Readonly<Record<string, string>> = {
  ...{ GET: 'Get', HEAD: 'Head', POST: 'Post', PUT: 'Put', PATCH: 'Patch' },
  ...{ DELETE: 'Delete', OPTIONS: 'Options', TRACE: 'Trace' },
};

/** HttpClient keeps these beside the body. */
const ofContent = /^(allow|content-.*|expires|last-modified)$/i;

/** C# 11 (.NET 7) and later, with top-level statements and implicit usings. */
export function writeCSharp(request: RequestDescription): string {
  const { method, url, user } = request;
  const headers = headersWithCookies(request);
  const contentType = headers.find(isContentType)?.[1];
  const beside = headers.filter((header) => ofContent.test(header[0]) && !isContentType(header));
  const content = contentLines(request.content, contentType ?? 'application/octet-stream', beside.length > 0);
  const verb = Object.hasOwn(known, method) ? `HttpMethod.${known[method]}` : `new HttpMethod(${quote(method)})`;
  const usesMediaType = content.some((line) => line.includes('MediaTypeHeaderValue.Parse('));
  return [
    ...(usesMediaType ? ['using System.Net.Http.Headers;'] : []),
    ...(user === null ? [] : ['using System.Text;']),
    ...(usesMediaType || user !== null ? [''] : []),
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(${verb}, ${quote(url)});`,
    ...(user === null ? [] : [add('request', 'Authorization', `"Basic " + ${base64(user)}`)]),
    ...headers.filter(([name]) => !ofContent.test(name)).map(([name, value]) => add('request', name, quote(value))),
    ...content,
    ...beside.map(([name, value]) => add('request.Content', name, quote(value))),
    '',
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");',
  ].join('\n');
}

const add = (place: string, name: string, code: string) =>
  `${place}.Headers.TryAddWithoutValidation(${quote(name)}, ${code});`;

const base64 = (user: string) => `Convert.ToBase64String(Encoding.UTF8.GetBytes(${quote(`${user}:`)}))`;

function contentLines(content: RequestContent, type: string, needsContent: boolean): readonly string[] {
  switch (content.kind) {
    case 'none':
      return needsContent ? ['request.Content = new ByteArrayContent([]);'] : [];
    case 'text': {
      const mediaType = `MediaTypeHeaderValue.Parse(${quote(type)})`;
      return [`request.Content = new StringContent(${quoteLines(content.text)}, ${mediaType});`];
    }
    case 'file':
      return [
        `request.Content = new StreamContent(File.OpenRead(${quote(content.fileName)}));`,
        `request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(${quote(type)});`,
      ];
    case 'parts':
      return [
        'var form = new MultipartFormDataContent();',
        ...content.parts.flatMap(partLines),
        'request.Content = form;',
      ];
  }
}

function partLines([name, value, fileName, , type]: RequestPart, index: number): readonly string[] {
  const mediaType = type === undefined ? '' : `MediaTypeHeaderValue.Parse(${quote(type)})`;
  if (fileName === undefined) {
    return [`form.Add(new StringContent(${quote(value)}${mediaType && `, ${mediaType}`}), ${quote(name)});`];
  }
  const content = `new StreamContent(File.OpenRead(${quote(fileName)}))`;
  if (type === undefined) return [`form.Add(${content}, ${quote(name)}, ${quote(fileName)});`];
  const file = `file${index + 1}`;
  return [
    `var ${file} = ${content};`,
    `${file}.Headers.ContentType = ${mediaType};`,
    `form.Add(${file}, ${quote(name)}, ${quote(fileName)});`,
  ];
}

const named = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal on one line (C# specification §6.4.5.6). */
function quote(text: string): string {
  return `"${escapeText(text, named, utf16Escape)}"`;
}

/** A raw literal for a text of several lines: more quotes than it holds, and its indentation is not part of it. */
function quoteLines(text: string): string {
  if (!text.includes('\n') || !isReadable(text)) return quote(text);
  const quotes = '"'.repeat(Math.max(3, longestRun(text, /"+/g) + 1));
  return `\n${indent(`${quotes}\n${text}\n${quotes}`, '    ')}`;
}
