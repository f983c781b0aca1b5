import { fillVariables } from '../fill-variables';
import { problem, type ForeignRequest, type Reading } from '../foreign-request';
import { fieldOf, listField, objectField, textField } from '../json-fields';
import { mostLevels, mostRequests } from '../limits';
import { postmanAuth, type PostmanAuth } from './postman-auth';
import { postmanContent } from './postman-content';
import { postmanUrl } from './postman-url';

type Fields = Readonly<Record<string, unknown>>;

export function isPostman(document: unknown): boolean {
  const schema = textField(objectField(document, 'info'), 'schema');
  return Array.isArray(fieldOf(document, 'item')) || schema.includes('getpostman.com');
}

/** A collection of version 1 has its requests elsewhere. */
export function isOldPostman(document: unknown): boolean {
  return Array.isArray(fieldOf(document, 'requests')) && fieldOf(document, 'item') === undefined;
}

/** What folders hand down to their requests. */
interface Around {
  readonly variables: ReadonlyMap<string, string>;
  readonly auth: PostmanAuth | null;
  readonly folders: readonly string[];
}

/**
 * The requests of a Postman collection v2.0 or v2.1 (https://schema.postman.com), through its folders, with the variables that the collection
 * itself sets. Scripts are not run, and not kept.
 */
export function readPostman(document: unknown): Reading {
  const requests: ForeignRequest[] = [];
  const start: Around = { variables: new Map(), auth: null, folders: [] };
  collect(objectOf(document), start, requests);
  if (requests.length > 0) return { kind: 'requests', format: 'postman', requests };
  return problem(
    'The collection has no requests.',
    'Export the collection itself, as “Collection v2.1”, and not an environment.',
  );
}

function collect(folder: Fields, around: Around, into: ForeignRequest[]): void {
  const inside = within(folder, around);
  for (const item of listField(folder, 'item')) {
    if (into.length >= mostRequests || around.folders.length > mostLevels) return;
    const fields = objectOf(item);
    const name = textField(fields, 'name');
    if (Array.isArray(fieldOf(fields, 'item'))) {
      collect(fields, { ...inside, folders: [...inside.folders, name] }, into);
    } else {
      const request = requestOf(fields, name, within(fields, inside));
      if (request) into.push(request);
    }
  }
}

function within(fields: Fields, around: Around): Around {
  const own = listField(fields, 'variable').flatMap((variable): [string, string][] => {
    const key = textField(variable, 'key') || textField(variable, 'id');
    return key === '' || fieldOf(variable, 'disabled') === true ? [] : [[key, textField(variable, 'value')]];
  });
  return {
    ...around,
    // An empty value is one that an environment fills in.
    variables: new Map([...around.variables, ...own.filter(([, value]) => value !== '')]),
    auth: postmanAuth(fieldOf(fields, 'auth')) ?? around.auth,
  };
}

function requestOf(item: Fields, name: string, { variables, auth, folders }: Around): ForeignRequest | null {
  const given = fieldOf(item, 'request');
  // A request may be nothing but its address.
  const fields = typeof given === 'string' ? { url: given } : objectOf(given);
  const fill = (text: string): string => fillVariables(text, variables);
  const url = fill(postmanUrl(fieldOf(fields, 'url'), fill));
  if (url === '') return null;
  const headers = listField(fields, 'header').flatMap((header): [string, string][] =>
    fieldOf(header, 'disabled') === true ? [] : [[fill(textField(header, 'key')), fill(textField(header, 'value'))]],
  );
  const cookies = headers.filter(([key]) => key.toLowerCase() === 'cookie').flatMap(([, value]) => value.split(/;\s*/));
  const plain = headers.filter(([key]) => key.toLowerCase() !== 'cookie');
  const { content, type } = postmanContent(objectField(fields, 'body'), fill);
  const own = postmanAuth(fieldOf(fields, 'auth')) ?? auth;
  const signed = own?.place(fill) ?? { headers: [], query: [], user: null };
  const query = signed.query.map((pair, index) => `${index === 0 && !url.includes('?') ? '?' : '&'}${pair}`).join('');
  const isTyped = type === null || plain.some(([key]) => key.toLowerCase() === 'content-type');
  return {
    name: [...folders, name].filter((part) => part !== '').join(' / ') || null,
    method: (fill(textField(fields, 'method')) || 'GET').toUpperCase(),
    url: url + query,
    headers: [...plain, ...signed.headers, ...(isTyped ? [] : [['Content-Type', type] as const])],
    cookies,
    user: signed.user,
    content,
    notes: hasScripts(item) ? ['Its scripts are not run, and not taken over.'] : [],
  };
}

function hasScripts(item: Fields): boolean {
  return listField(item, 'event').some((event) => {
    const lines = fieldOf(objectField(event, 'script'), 'exec');
    return Array.isArray(lines)
      ? lines.some((line) => typeof line === 'string' && line.trim() !== '')
      : typeof lines === 'string';
  });
}

function objectOf(value: unknown): Fields {
  return objectField({ value }, 'value');
}
