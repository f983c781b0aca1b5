import type { RequestContent } from '../../request';
import type { FormatWriter } from '../written';

/**
 * A `.http` file of one request, as the HTTP clients of JetBrains and of VS Code (“REST Client”) read it. The credential is a variable at its
 * beginning. The syntax has no escapes: what would be read as something else is a limit, or is written in another way where JSON has one.
 */
export const writeHttpFile: FormatWriter = ({ request, title, id, credential }) => {
  const { method, url, headers, cookies, user, content } = request;
  const limits: string[] = [];
  const withKey = (text: string): string => (credential === null ? text : text.replaceAll(credential, '{{key}}'));
  const all = [
    ...headers,
    ...(user === null ? [] : [['Authorization', `Basic ${user}:`] as const]),
    ...(cookies.length === 0 ? [] : [['Cookie', cookies.join('; ')] as const]),
  ];
  const boundary = boundaryFor(content);
  const type = content.kind === 'parts' ? [['Content-Type', `multipart/form-data; boundary=${boundary}`] as const] : [];
  const lines = all.map(([name, value]) => `${name}: ${withKey(value)}`);
  const isJsonBody = headers.some(([name, value]) => name.toLowerCase() === 'content-type' && /json/i.test(value));
  const body = bodyText(content, boundary, limits, isJsonBody);
  const hasKey =
    credential !== null && [url, ...all.map(([, value]) => value)].some((text) => text.includes(credential));
  const text = [
    ...(hasKey ? [`@key = ${credential}`, ''] : []),
    `### ${title.replace(/\s+/g, ' ')}`,
    `# @name ${id.replace(/[^\w-]/g, '_')}`,
    `${method} ${withKey(url)}`,
    ...lines,
    ...type.map(([name, value]) => `${name}: ${value}`),
    ...(body === null ? [] : ['', body]),
  ].join('\n');
  return { text: `${text}\n`, limits };
};

function bodyText(content: RequestContent, boundary: string, limits: string[], isJsonBody: boolean): string | null {
  switch (content.kind) {
    case 'none':
      return null;
    case 'file':
      return `< ./${content.fileName}`;
    case 'text':
      return plain(content.text, limits, isJsonBody);
    case 'parts': {
      const parts = content.parts.map(([name, value, fileName, , type]) => {
        const disposition = `Content-Disposition: form-data; name="${inQuotes(name)}"`;
        if (fileName === undefined) {
          const typeLine = type === undefined ? '' : `\nContent-Type: ${type}`;
          return `--${boundary}\n${disposition}${typeLine}\n\n${plain(value, limits)}`;
        }
        return `--${boundary}\n${disposition}; filename="${inQuotes(fileName)}"\nContent-Type: ${type ?? 'application/octet-stream'}\n\n< ./${fileName}`;
      });
      return [...parts, `--${boundary}--`].join('\n');
    }
  }
}

/** Within JSON a brace of a text has another spelling; in other texts `{{` would begin a variable. */
function plain(text: string, limits: string[], isJsonBody = false): string {
  const isOwn = isJsonBody && isJson(text);
  const written = isOwn ? text.replace(/"(?:[^"\\]|\\.)*"/g, (part) => part.replaceAll('{{', '{\\u007b')) : text;
  const hazards: string[] = [];
  if (/^###/m.test(written)) hazards.push('a line that begins with ###');
  if (/^<@?\s|^<?>\s|^>>/m.test(written)) hazards.push('a line that begins with < or > and a space');
  if (written.includes('{{')) hazards.push('{{');
  if (text !== text.trim() && !isOwn) hazards.push('spaces or empty lines at its beginning or end');
  if (text.includes('\r')) hazards.push('carriage returns');
  if (hazards.length > 0)
    limits.push(
      `The body has ${hazards.join(' and ')}, and a .http file has no way to write that: it may be read differently.`,
    );
  return written;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function inQuotes(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function boundaryFor(content: RequestContent): string {
  const texts = content.kind === 'parts' ? content.parts.flatMap(([name, value]) => [name, value]) : [];
  let boundary = 'boundary';
  while (texts.some((text) => text.includes(boundary))) boundary += '-x';
  return boundary;
}
