import { fieldOf, listField, textField } from '../json-fields';

/**
 * The address of a request: `raw`, else its parts. Its path variables (`:id`) are filled in, percent-encoded as Postman does; one without a
 * value stays open.
 */
export function postmanUrl(url: unknown, fill: (text: string) => string): string {
  const raw = typeof url === 'string' ? url : textField(url, 'raw') || fromParts(url);
  const [address = ''] = raw.split('#');
  const at = address.indexOf('?');
  const path = at < 0 ? address : address.slice(0, at);
  const values = new Map(
    listField(url, 'variable').map((one) => [textField(one, 'key') || textField(one, 'id'), textField(one, 'value')]),
  );
  const filled = path.replace(/(?<=\/):([A-Za-z_][\w-]*)(?=\/|$)/g, (_mark, name: string) => {
    const value = fill(values.get(name) ?? '');
    return value === '' ? `{{${name}}}` : encodeSegment(value);
  });
  return filled + enabledQuery(url, at < 0 ? '' : address.slice(at));
}

/** What `raw` has, unless some of it is switched off. */
function enabledQuery(url: unknown, written: string): string {
  const list = listField(url, 'query');
  if (!list.some((pair) => fieldOf(pair, 'disabled') === true)) return written;
  const pairs = list
    .filter((pair) => fieldOf(pair, 'disabled') !== true)
    .map((pair) =>
      fieldOf(pair, 'value') === null
        ? textField(pair, 'key')
        : `${textField(pair, 'key')}=${textField(pair, 'value')}`,
    );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function fromParts(url: unknown): string {
  const joined = (name: string, separator: string): string => {
    const value = fieldOf(url, name);
    if (!Array.isArray(value)) return textField(url, name);
    return value.map((part) => (typeof part === 'string' ? part : textField(part, 'value'))).join(separator);
  };
  const host = joined('host', '.');
  if (host === '') return '';
  const [protocol, port, path] = [textField(url, 'protocol'), textField(url, 'port'), joined('path', '/')];
  const query = listField(url, 'query').map((pair) => `${textField(pair, 'key')}=${textField(pair, 'value')}`);
  return `${protocol === '' ? '' : `${protocol}://`}${host}${port === '' ? '' : `:${port}`}/${path.replace(/^\//, '')}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** What would end a segment is encoded; what is encoded already stays. */
function encodeSegment(value: string): string {
  return value.replace(/%(?![\dA-Fa-f]{2})|[/?#\s]/g, (character) => encodeURIComponent(character));
}
