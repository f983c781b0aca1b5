import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';
import { escapeText, hex, isReadable } from '../literals/escape-text';
import { headersWithCookies } from '../writing/ready-request';

/** Go with nothing but the standard library. */
export function writeGo(request: RequestDescription): string {
  const { method, url, user, content } = request;
  const body = bodyLines(content);
  const headers = headersWithCookies(request).map(
    ([name, value]) => `request.Header.Set(${quote(name)}, ${quote(value)})`,
  );
  if (user !== null) headers.unshift(`request.SetBasicAuth(${quote(user)}, "")`);
  if (content.kind === 'parts') headers.push('request.Header.Set("Content-Type", form.FormDataContentType())');
  const packages = ['fmt', 'io', 'log', 'net/http', ...packagesOf(content)].sort();
  const main = [
    ...body.lines,
    `request, err := http.NewRequest(${quote(method)}, ${quote(url)}, ${body.reader})`,
    ...orFail,
    ...headers,
    ...(headers.length > 0 ? [''] : []),
    'response, err := http.DefaultClient.Do(request)',
    ...orFail,
    'defer response.Body.Close()',
    '',
    'answer, err := io.ReadAll(response.Body)',
    ...orFail,
    'fmt.Println(response.StatusCode, string(answer))',
  ];
  const imports = packages.map((name) => `\t"${name}"\n`).join('');
  // A raw literal's own lines are not moved: only the first line of each statement is.
  const lines = main.map((line) => (line === '' ? '' : `\t${line}`));
  return `package main\n\nimport (\n${imports})\n\nfunc main() {\n${lines.join('\n')}\n}`;
}

const orFail = ['if err != nil {', '\tlog.Fatal(err)', '}'];

function packagesOf(content: RequestContent): readonly string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'text':
      return ['strings'];
    case 'file':
      return ['bytes', 'os'];
    case 'parts':
      return [
        ...['bytes', 'mime/multipart'],
        ...(content.parts.some(([, , , , type]) => type !== undefined) ? ['net/textproto'] : []),
        ...(content.parts.some(([, , file]) => file !== undefined) ? ['os'] : []),
      ];
  }
}

function bodyLines(content: RequestContent): { readonly lines: readonly string[]; readonly reader: string } {
  switch (content.kind) {
    case 'none':
      return { lines: [], reader: 'nil' };
    case 'text':
      return { lines: [`body := strings.NewReader(${quoteRaw(content.text)})`], reader: 'body' };
    case 'file':
      return {
        lines: [`file, err := os.ReadFile(${quote(content.fileName)})`, ...orFail],
        reader: 'bytes.NewReader(file)',
      };
    case 'parts': {
      const parts = content.parts.flatMap((part, index) => partLines(part, index));
      return {
        lines: ['var body bytes.Buffer', 'form := multipart.NewWriter(&body)', ...parts, 'form.Close()'],
        reader: '&body',
      };
    }
  }
}

function partLines([name, value, fileName, , type]: RequestPart, index: number): readonly string[] {
  if (fileName === undefined && type === undefined) return [`form.WriteField(${quote(name)}, ${quote(value)})`];
  const [file, part] = [`file${index + 1}`, `part${index + 1}`];
  const made =
    type === undefined
      ? [`${part}, err := form.CreateFormFile(${quote(name)}, ${quote(fileName ?? '')})`]
      : typedPart(part, disposition(name, fileName), type);
  const read = fileName === undefined ? [] : [`${file}, err := os.ReadFile(${quote(fileName)})`, ...orFail];
  return [...read, ...made, ...orFail, `${part}.Write(${fileName === undefined ? `[]byte(${quote(value)})` : file})`];
}

function typedPart(part: string, written: string, type: string): readonly string[] {
  return [
    `${part}, err := form.CreatePart(textproto.MIMEHeader{`,
    `\t"Content-Disposition": {${quote(written)}},`,
    `\t"Content-Type":        {${quote(type)}},`,
    '})',
  ];
}

/** HTML §4.10.21.8: what would end the quoted text is percent-encoded. */
function inQuotes(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function disposition(name: string, fileName: string | undefined): string {
  return `form-data; name="${inQuotes(name)}"${fileName === undefined ? '' : `; filename="${inQuotes(fileName)}"`}`;
}

const named = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** An interpreted string literal (Go specification, “String literals”). */
function quote(text: string): string {
  const unseen = (code: number) => (code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`);
  return `"${escapeText(text, named, unseen)}"`;
}

/** A raw one where the text can stand in it as it is. */
function quoteRaw(text: string): string {
  return isReadable(text) && !text.includes('`') ? `\`${text}\`` : quote(text);
}
