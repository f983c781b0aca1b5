import type { Method, Operation, RequestBody, SecurityRequirement, SecurityScheme, Server } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, member, nameIn, record, textOf } from '../json-value.ts';
import { Identities } from './identity.ts';
import { readServers } from './info.ts';
import { readContent } from './media-types.ts';
import { mergeParameters, readParameters } from './parameters.ts';
import { agreeWithTemplate } from './path-parameters.ts';
import { type Placed, type Reading, resolve } from './reading.ts';
import { readResponses } from './responses.ts';
import { readSecurity } from './security.ts';
import type { Tags } from './tags.ts';

/** In the order in which 3.2 §4.9 lists them. */
const METHODS: readonly Method[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

export interface Surroundings {
  readonly tags: Tags;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly security: readonly SecurityRequirement[];
  readonly servers: readonly Server[];
}

/**
 * `paths` (3.1 §4.8.8) and `webhooks` (§4.8.1), in the order of the description. `x-webhooks` is what descriptions of
 * 3.0, GitHub's among them, use for the latter.
 */
export function readOperations(
  reading: Reading,
  surroundings: Surroundings,
): { operations: Operation[]; webhooks: Operation[] } {
  const identities = new Identities(reading);
  const webhooks = reading.document.webhooks === undefined ? 'x-webhooks' : 'webhooks';
  const read = (section: string, kind: Operation['kind']) =>
    entriesOf(reading.document[section]).flatMap(([path, entry]) => {
      const pointer = `/${section}/${escapeKey(path)}`;
      if (kind === 'operation' && path.startsWith('x-')) return [];
      if (kind === 'operation' && !path.startsWith('/')) {
        reading.warn(pointer, `the path "${path}" does not begin with "/"; it is left out.`);
        return [];
      }
      const item = resolve(reading, entry, pointer);
      return item ? readPathItem(reading, surroundings, identities, { kind, path, item }) : [];
    });
  return { operations: read('paths', 'operation'), webhooks: read(webhooks, 'webhook') };
}

interface PathItem {
  readonly kind: Operation['kind'];
  readonly path: string;
  readonly item: Placed;
}

function readPathItem(
  reading: Reading,
  surroundings: Surroundings,
  identities: Identities,
  { kind, path, item }: PathItem,
) {
  const ofPath = readParameters(reading, item.value, item.pointer);
  const unknown = Object.keys(item.value.additionalOperations ?? {});
  if (unknown.length > 0) {
    reading.warn(
      `${item.pointer}/additionalOperations`,
      `the portal does not send ${unknown.join(', ')}; they are left out.`,
    );
  }
  return Object.keys(item.value).flatMap((key): Operation[] => {
    const method = METHODS.find((candidate) => candidate === key);
    const value = item.value[key];
    if (!method || !isObject(value)) return [];
    const pointer = `${item.pointer}/${method}`;
    const operationId = nameIn(value, 'operationId');
    const parameters = mergeParameters(ofPath, readParameters(reading, value, pointer));
    const names = identities.identify({ kind, method, path, pointer, operationId });
    return [
      {
        ...names,
        kind,
        method,
        path,
        pointer,
        summary: nameIn(value, 'summary') ?? nameIn(item.value, 'summary') ?? titleFor(operationId, method, path),
        description: textOf(value, 'description') ?? textOf(item.value, 'description'),
        deprecated: value.deprecated === true,
        tags: surroundings.tags.namesFor(value.tags, pointer),
        parameters: kind === 'operation' ? agreeWithTemplate(reading, path, parameters, pointer) : parameters,
        requestBody: readRequestBody(reading, value, pointer),
        responses: readResponses(reading, value, pointer),
        security: readSecurity(reading, surroundings.schemes, value, pointer) ?? surroundings.security,
        hasOwnServers: (readServers(value) ?? readServers(item.value)) !== undefined,
        callbacks: [],
        servers: readServers(value) ?? readServers(item.value) ?? surroundings.servers,
        externalDocs: readExternalDocs(value),
        extensions: record(entriesOf(value).filter(([name]) => name.startsWith('x-'))),
      },
    ];
  });
}

function titleFor(operationId: string | undefined, method: Method, path: string): string {
  return operationId ?? `${method.toUpperCase()} ${path}`;
}

function readRequestBody(reading: Reading, operation: JsonObject, pointer: string): RequestBody | undefined {
  const found = resolve(reading, operation.requestBody, `${pointer}/requestBody`);
  if (!found) return undefined;
  return {
    required: found.value.required === true,
    description: textOf(found.value, 'description'),
    content: readContent(reading, found.value, found.pointer),
  };
}

function readExternalDocs(operation: JsonObject): Operation['externalDocs'] {
  const url = textOf(operation.externalDocs, 'url');
  return url === undefined ? undefined : { url, description: textOf(member(operation, 'externalDocs'), 'description') };
}
