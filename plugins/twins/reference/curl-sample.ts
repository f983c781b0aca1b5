import type { OperationPage, ParameterView, SecurityView } from '../../../contract/reference-page.ts';

/** The request as a curl command for a POSIX shell, with the contract's example values and `YOUR_KEY` for the key. */
export function curlSample(page: OperationPage, gateway: string): string {
  const { method, parameters, body } = page;
  const media = body?.content[0];
  const sent = media?.examples[0]?.text;
  const query = parameters.filter((one) => one.in === 'query' && one.required).map(pair);
  const headers = parameters
    .filter((one) => one.in === 'header' && one.required)
    .map((one) => `${one.name}: ${valueText(one)}`);
  const key = placeKey(page.security.find((schemes) => schemes.length > 0) ?? []);
  const all = [...query, ...key.query];
  const address = `${gateway}${filledPath(page)}${all.length > 0 ? `?${all.join('&')}` : ''}`;
  const verb = method.toUpperCase();
  const implied = sent === undefined ? 'GET' : 'POST';
  const option = verb === 'HEAD' ? '--head ' : verb === implied ? '' : `--request ${verb} `;
  const lines = [`curl ${option}${shellQuote(address)}`, ...key.options];
  for (const header of [...key.headers, ...headers]) lines.push(`--header ${shellQuote(header)}`);
  if (media && sent !== undefined) lines.push(...bodyOptions(media.type, sent));
  return lines.join(' \\\n  ');
}

function filledPath({ path, parameters }: OperationPage): string {
  const values = new Map(parameters.filter((one) => one.in === 'path').map((one) => [one.name, valueText(one)]));
  return path.replace(/\{([^{}]+)\}/g, (whole, name: string) => encodeURIComponent(values.get(name) ?? whole));
}

function pair(parameter: ParameterView): string {
  return `${encodeURIComponent(parameter.name)}=${encodeURIComponent(valueText(parameter))}`;
}

/** A list's items are parted by commas; the parameter's own words say how else it can be written. */
function valueText({ name, example }: ParameterView): string {
  if (example === undefined || example === null) return name.toUpperCase().replace(/\W+/g, '_');
  return Array.isArray(example) ? example.map(text).join(',') : text(example);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function bodyOptions(type: string, sent: string): string[] {
  if (!type.startsWith('multipart/'))
    return [`--header ${shellQuote(`Content-Type: ${type}`)}`, `--data-raw ${shellQuote(sent)}`];
  const parts: unknown = JSON.parse(sent);
  if (typeof parts !== 'object' || parts === null) return [];
  return Object.entries(parts).map(([name, value]) => `--form-string ${shellQuote(`${name}=${text(value)}`)}`);
}

/** The gateway takes a key in each of these places; one that belongs in a cookie goes as a bearer token. */
function placeKey(schemes: readonly SecurityView[]): Record<'headers' | 'query' | 'options', string[]> {
  const placed = { headers: [] as string[], query: [] as string[], options: [] as string[] };
  for (const { type, scheme, in: place, parameterName } of schemes) {
    if (type === 'http' && scheme?.toLowerCase() === 'basic') placed.options.push("--user 'YOUR_KEY:'");
    else if (type === 'apiKey' && place === 'header' && parameterName)
      placed.headers.push(`${parameterName}: YOUR_KEY`);
    else if (type === 'apiKey' && place === 'query' && parameterName)
      placed.query.push(`${encodeURIComponent(parameterName)}=YOUR_KEY`);
    else placed.headers.push('Authorization: Bearer YOUR_KEY');
  }
  return placed;
}

/** One word of a POSIX shell (XCU §2.2.2): nothing is special within single quotes, and a quote is written `'\''`. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
