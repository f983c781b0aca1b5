import { FORM_TYPE, formText } from '../form-text';
import type { ForeignContent, ForeignPart } from '../foreign-request';
import { fieldOf, listField, objectField, textField } from '../json-fields';
import { lastSegment } from '../multipart-text';

export interface PostmanContent {
  readonly content: ForeignContent;
  /** The media type that Postman adds; null where a header says it, or nobody does. */
  readonly type: string | null;
}

const languages: Readonly<Record<string, string>> = {
  ...{
    json: 'application/json',
    xml: 'application/xml',
    html: 'text/html',
    javascript: 'application/javascript',
    text: 'text/plain',
  },
};

/** The body of a request by its `mode`. */
export function postmanContent(
  body: Readonly<Record<string, unknown>>,
  fill: (text: string) => string,
): PostmanContent {
  const none: PostmanContent = { content: { kind: 'none' }, type: null };
  if (fieldOf(body, 'disabled') === true) return none;
  const enabled = (name: string): readonly unknown[] =>
    listField(body, name).filter((one) => fieldOf(one, 'disabled') !== true);
  switch (textField(body, 'mode')) {
    case 'raw': {
      const text = fill(textField(body, 'raw'));
      const language = textField(objectField(objectField(body, 'options'), 'raw'), 'language');
      const type = Object.hasOwn(languages, language) ? (languages[language] ?? null) : null;
      return text === '' ? none : { content: { kind: 'text', text }, type };
    }
    case 'urlencoded': {
      const pairs = enabled('urlencoded').map(
        (one) => [fill(textField(one, 'key')), fill(textField(one, 'value'))] as const,
      );
      return pairs.length === 0 ? none : { content: { kind: 'text', text: formText(pairs) }, type: FORM_TYPE };
    }
    case 'formdata': {
      const parts = enabled('formdata').flatMap((one) => partsOf(one, fill));
      return parts.length === 0 ? none : { content: { kind: 'parts', parts }, type: null };
    }
    case 'file': {
      const source = textField(objectField(body, 'file'), 'src');
      return { content: { kind: 'file', fileName: lastSegment(source) || 'body.bin' }, type: null };
    }
    case 'graphql': {
      const query = fill(textField(objectField(body, 'graphql'), 'query'));
      const variables = fill(textField(objectField(body, 'graphql'), 'variables'));
      const text = `{"query":${JSON.stringify(query)}${variables.trim() === '' ? '' : `,"variables":${variables}`}}`;
      return { content: { kind: 'text', text }, type: 'application/json' };
    }
    default:
      return none;
  }
}

function partsOf(one: unknown, fill: (text: string) => string): readonly ForeignPart[] {
  const name = fill(textField(one, 'key'));
  const type = textField(one, 'contentType');
  if (textField(one, 'type') !== 'file') {
    return [{ name, text: fill(textField(one, 'value')), ...(type !== '' && { type }) }];
  }
  const source = fieldOf(one, 'src');
  const names = Array.isArray(source) ? source.filter((path) => typeof path === 'string') : [textField(one, 'src')];
  return names.map((path) => ({ name, fileName: lastSegment(path) || `${name}.bin` }));
}
