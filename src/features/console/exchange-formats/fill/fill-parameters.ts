import type { OperationPage, ParameterView } from '../../../../../contract/reference-page';
import { fieldKey, fieldsOf, isJsonMediaType, kindOfSchema } from '../../request';
import { percentEncodeReserved } from '../../request/percent-encode';
import { OPEN_VALUE, type ForeignRequest } from '../foreign-request';
import { splitUrl } from '../match/split-url';
import { collapsePairs, collapseText, takePairs, type Collapsed, type CollapseStyling } from './collapse-parameter';
import { formDecode, percentDecode, rawPairs, type RawPair } from './decode';
import { fieldText, holdsOf } from './field-text';
import type { FoundCredentials } from './find-credentials';

export interface FilledParameters {
  /** By `fieldKey`; every parameter has one, '' where the request does not have it. */
  readonly texts: Readonly<Record<string, string>>;
  /** Names of what the operation does not take: of query, headers and cookies. Never a value: it may be secret. */
  readonly unknown: readonly string[];
  /** Names of fields whose value the text leaves open. */
  readonly open: readonly string[];
}

/** Headers that a client writes itself, or that the console does (RFC 9110 and Fetch standard): nothing is lost with them. */
const quiet =
  /^(?:accept|accept-(?:charset|encoding|language)|cache-control|connection|content-(?:length|type)|date|dnt|expect|host|if-none-match|origin|postman-token|pragma|priority|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade(?:-insecure-requests)?|user-agent|via|x-requested-with)$/i;

/** The operation's parameters as the request has them. `path` is what stands for each variable of the path, not decoded. */
export function fillParameters(
  page: OperationPage,
  request: ForeignRequest,
  path: ReadonlyMap<string, string>,
  { headers: secretHeaders, queries: secretQueries }: FoundCredentials,
): FilledParameters {
  const texts: Record<string, string> = {};
  const open: string[] = [];
  const put = (parameter: ParameterView, text: string | null): void => {
    const isOpen = text !== null && OPEN_VALUE.test(text);
    if (isOpen) open.push(parameter.name);
    texts[fieldKey(parameter)] = text === null || isOpen ? '' : text;
  };
  const fields = fieldsOf(page);
  const known = new Set<string>();
  for (const parameter of fields.filter((one) => one.in === 'path')) {
    const raw = path.get(parameter.name);
    put(parameter, raw === undefined ? null : pathText(parameter, raw));
  }
  for (const parameter of fields.filter((one) => one.in === 'header')) {
    const raw = request.headers.findLast(([name]) => name.toLowerCase() === parameter.name.toLowerCase())?.[1];
    known.add(parameter.name.toLowerCase());
    const isSecret = secretHeaders.has(parameter.name.toLowerCase());
    put(parameter, raw === undefined || isSecret ? null : headerText(parameter, raw));
  }
  const { query } = splitUrl(request.url);
  const pairs = rawPairs(query).filter(({ name }) => !secretQueries.has(formDecode(name)));
  const whole = fields.find((one) => one.in === 'querystring');
  const restOfQuery = whole
    ? []
    : putPairs(
        fields.filter((one) => one.in === 'query'),
        pairs,
        formDecode,
        put,
      );
  if (whole) {
    const text = pairs.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('&');
    const isForm = whole.mediaType === 'application/x-www-form-urlencoded';
    put(whole, query === '' ? null : isForm ? text : percentDecode(query));
  }
  const cookies = request.cookies.flatMap((text) => text.split(/;\s*/)).map(cookiePair);
  const restOfCookies = putPairs(
    fields.filter((one) => one.in === 'cookie'),
    cookies,
    percentDecode,
    put,
  );
  const strange = request.headers
    .map(([name]) => name)
    .filter((name) => ![known, secretHeaders].some((set) => set.has(name.toLowerCase())) && !quiet.test(name));
  const unknown = [
    ...restOfQuery.map(({ name }) => formDecode(name)),
    ...strange,
    ...restOfCookies.map(({ name }) => `cookie ${percentDecode(name)}`),
  ];
  return { texts, unknown: [...new Set(unknown)], open };
}

/** A cookie may hold an ampersand as it is (RFC 6265 §4.1.1). */
function cookiePair(text: string): RawPair {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

type Put = (parameter: ParameterView, text: string | null) => void;

/** Gives each parameter its pairs; returns what nobody takes. */
function putPairs(
  parameters: readonly ParameterView[],
  pairs: readonly RawPair[],
  plain: (text: string) => string,
  put: Put,
): readonly RawPair[] {
  let left = pairs;
  const isSpread = (one: ParameterView): boolean =>
    one.explode && one.style !== 'deepObject' && holdsOf(one) === 'object';
  // Objects whose members stand beside other parameters take what those have not.
  for (const parameter of [...parameters].sort((a, b) => Number(isSpread(a)) - Number(isSpread(b)))) {
    const styling = stylingOf(parameter, plain);
    const { properties, additional } = parameter.schema;
    const takesRest = isSpread(parameter) && (!properties || additional !== undefined);
    const own = takesRest ? left : takePairs(styling, left, new Set(properties?.map(({ name }) => name)));
    left = left.filter((pair) => !own.includes(pair));
    put(parameter, own.length === 0 ? null : valueText(parameter, collapsePairs(styling, own)));
  }
  return left;
}

function pathText(parameter: ParameterView, raw: string): string {
  return valueText(parameter, collapseText(stylingOf(parameter, percentDecode), raw));
}

function headerText(parameter: ParameterView, raw: string): string {
  if (holdsOf(parameter) === 'single') return documentText(parameter, raw);
  return valueText(
    parameter,
    collapseText({ ...stylingOf(parameter, percentDecode), decode: (text) => text.trim() }, raw),
  );
}

function stylingOf(parameter: ParameterView, plain: (text: string) => string): CollapseStyling {
  const { name, explode, mediaType, in: place } = parameter;
  const own = place === 'path' || place === 'header' ? 'simple' : 'form';
  const style = mediaType || place === 'header' || place === 'cookie' ? own : parameter.style;
  return {
    name,
    style,
    explode,
    holds: holdsOf(parameter),
    decode: parameter.allowReserved ? reservedDecode(plain) : plain,
  };
}

/** Reserved characters may be written either way there: what would be written otherwise again stays as it is. */
function reservedDecode(plain: (text: string) => string): (text: string) => string {
  return (text) => {
    const decoded = plain(text);
    return decoded === text || percentEncodeReserved(decoded) === text ? decoded : text.includes('%') ? text : decoded;
  };
}

function valueText(parameter: ParameterView, value: Collapsed): string {
  if (typeof value === 'string') return documentText(parameter, value);
  return fieldText(parameter, splitEncoded(parameter, value));
}

/** Some programs encode the commas between numbers or choices, too. */
function splitEncoded({ schema }: ParameterView, value: Collapsed): Collapsed {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  if (typeof only !== 'string' || !schema.items || !only.includes(',')) return value;
  return ['number', 'boolean', 'choice'].includes(kindOfSchema(schema.items).kind) ? only.split(',') : value;
}

/** A JSON document that is a text is typed with quotes around its own, so that it is sent as it came. */
function documentText({ mediaType }: ParameterView, text: string): string {
  return mediaType && isJsonMediaType(mediaType) && /^\s*"/.test(text) ? JSON.stringify(text) : text;
}
