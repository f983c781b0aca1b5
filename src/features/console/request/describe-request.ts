import type { OperationPage, ParameterView } from '../../../../contract/reference-page';
import { troubleHeaders } from './asked-trouble';
import { keyPlaces, type KeyPlace, type PlacedCredential } from './credential';
import { describeBody } from './describe-body';
import { expandParameter, textOf, type ParameterValue } from './expand-parameter';
import { fieldKey, fieldsOf, type FormValues } from './form-values';
import { percentEncode, percentEncodeReserved } from './percent-encode';
import { readField } from './read-field';
import type { FieldProblem, RequestDecision } from './request-description';

export interface RequestContext {
  /** The origin of the service; '' is the site's own. */
  readonly serviceUrl: string;
  /** Null where there is none yet: the request is described without it. */
  readonly key: string | null;
  /** What somebody chose instead of the key. */
  readonly placed?: readonly PlacedCredential[];
}

interface Parts {
  path: string;
  readonly query: string[];
  readonly headers: [string, string][];
  readonly cookies: string[];
  user: string | null;
}

/**
 * Makes a request of a form, or says which fields stand in the way. Pure; the request always goes to the gateway, to the
 * API and version of the page, whatever stands in the form.
 */
export function describeRequest(page: OperationPage, values: FormValues, context: RequestContext): RequestDecision {
  const problems: FieldProblem[] = [];
  const doubts: FieldProblem[] = [];
  const parts: Parts = { path: pathTemplate(page.path), query: [], headers: [], cookies: [], user: null };
  for (const parameter of fieldsOf(page)) {
    const field = fieldKey(parameter);
    const reading = readField(parameter, values.parameters[field] ?? '');
    if (reading.kind === 'empty') {
      if (parameter.in === 'path') problems.push({ field, message: 'The path needs a value here.' });
      else if (parameter.required) doubts.push({ field, message: 'The contract asks for a value here.' });
      continue;
    }
    if (reading.doubt) doubts.push({ field, message: reading.doubt });
    const hindrance = place(parts, parameter, reading.value);
    if (hindrance) problems.push({ field, message: hindrance });
  }
  if (hasDotSegment(parts.path)) problems.push({ field: 'path', message: 'The path would leave the gateway.' });
  const body = describeBody(page, values);
  if (problems.length > 0) return { kind: 'impossible', problems: [...problems, ...doubts, ...body.doubts] };
  const accept = acceptedTypes(page);
  if (accept) parts.headers.push(['Accept', accept]);
  if (body.contentType) parts.headers.push(['Content-Type', body.contentType]);
  parts.headers.push(...troubleHeaders(values).map(([name, value]): [string, string] => [name, value]));
  for (const { place: keyPlace, value } of context.placed ?? keysOf(page, context.key))
    placeKey(parts, keyPlace, value);
  const query = parts.query.length > 0 ? `?${parts.query.join('&')}` : '';
  const address = `/gateway/${percentEncode(page.api)}/${percentEncode(page.version)}${parts.path}${query}`;
  const { headers, cookies, user } = parts;
  const request = { method: page.method.toUpperCase(), url: context.serviceUrl + address, headers, cookies, user };
  return { kind: 'request', request: { ...request, content: body.content }, doubts: [...doubts, ...body.doubts] };
}

/** Puts a value where it belongs; a sentence where that cannot be done. */
function place(parts: Parts, parameter: ParameterView, value: ParameterValue): string | null {
  const { name, style, explode, allowReserved, mediaType } = parameter;
  // A parameter with `content` is one document in one piece (OpenAPI 3.1 §4.8.12.3).
  const sent = mediaType && typeof value !== 'string' ? JSON.stringify(value) : value;
  const encode = allowReserved ? percentEncodeReserved : percentEncode;
  const styling = { name, style, explode };
  switch (parameter.in) {
    case 'path': {
      const segment = expandParameter({ ...styling, style: mediaType ? 'simple' : style }, sent) ?? '';
      if (segment === '') return 'The path needs a value here.';
      if (hasDotSegment(segment)) return 'A path cannot hold “.” or “..” as a value.';
      parts.path = parts.path.replaceAll(`{${name}}`, () => segment);
      return null;
    }
    case 'query':
      return keep(parts.query, expandParameter({ ...styling, style: mediaType ? 'form' : style, encode }, sent));
    case 'querystring':
      return keep(parts.query, wholeQuery(sent, mediaType));
    case 'cookie':
      return keep(parts.cookies, expandParameter({ ...styling, style: 'form', encode, pairSeparator: '; ' }, sent));
    case 'header': {
      const text = expandParameter({ ...styling, style: 'simple', encode: (plain) => plain }, sent) ?? '';
      if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) return 'A header holds one line of Latin letters, digits and signs.';
      parts.headers.push([name, text]);
      return null;
    }
  }
}

/** OpenAPI 3.2 §4.12: the parameter is the whole query string; form-urlencoded pairs stay as they were typed. */
function wholeQuery(value: ParameterValue, mediaType: string | undefined): string {
  const text = textOf(value);
  if (mediaType !== 'application/x-www-form-urlencoded') return percentEncode(text);
  return text
    .split(/([&+])/)
    .map((part) => (part === '&' || part === '+' ? part : percentEncodeReserved(part)))
    .join('');
}

function keep(list: string[], text: string | null): null {
  if (text !== null) list.push(text);
  return null;
}

function keysOf(page: OperationPage, key: string | null): readonly PlacedCredential[] {
  return key === null ? [] : keyPlaces(page).map((keyPlace) => ({ place: keyPlace, value: key }));
}

function placeKey(parts: Parts, keyPlace: KeyPlace, key: string): void {
  if (keyPlace.kind === 'bearer') parts.headers.push(['Authorization', `Bearer ${key}`]);
  if (keyPlace.kind === 'basic') parts.user = key;
  if (keyPlace.kind === 'header') parts.headers.push([keyPlace.name, key]);
  if (keyPlace.kind === 'query') parts.query.push(`${percentEncode(keyPlace.name)}=${percentEncode(key)}`);
}

/** A path as declared, with everything encoded that cannot stand in a path: it could end it, or leave the gateway. */
function pathTemplate(path: string): string {
  const literal = path.replace(/[^A-Za-z0-9\-._~/:@!$&'()*+,;=%{}]+/g, percentEncode);
  return literal.startsWith('/') ? literal : `/${literal}`;
}

/** Browsers resolve `.` and `..`, also percent-encoded (URL Standard §4.4): the request would reach another address. */
function hasDotSegment(path: string): boolean {
  return path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}

function acceptedTypes(page: OperationPage): string | null {
  const types = page.responses.flatMap((response) => response.content.map((content) => content.type));
  return types.length > 0 ? [...new Set(types)].join(', ') : null;
}
