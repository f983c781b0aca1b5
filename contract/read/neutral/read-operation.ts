import type { Operation, SecurityRequirement, SecurityScheme, Server } from '../../model.ts';
import { entriesOf, nameIn, record, textOf } from '../json-value.ts';
import { readExternalDocs } from './external-docs.ts';
import { readServers } from './info.ts';
import type { LinkTargets } from './links.ts';
import type { LocatedOperation } from './locate-operations.ts';
import { mergeParameters, readParameters } from './parameters.ts';
import { agreeWithTemplate } from './path-parameters.ts';
import type { Reading } from './reading.ts';
import { readRequestBody } from './request-body.ts';
import { readResponses } from './responses.ts';
import { readSecurity } from './security.ts';

/** What an operation takes from the description where it says nothing itself. */
export interface Surroundings {
  readonly tagsOf: (stated: unknown, pointer: string) => readonly string[];
  readonly linkTargets: LinkTargets;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly security: readonly SecurityRequirement[];
  readonly servers: readonly Server[];
}

/** One operation object (3.1 §4.8.10), without its callbacks. */
export function readOperation(
  reading: Reading,
  surroundings: Surroundings,
  located: LocatedOperation & Pick<Operation, 'id' | 'slug'>,
): Operation {
  const { id, slug, kind, method, path, pointer, value, item, operationId } = located;
  const ofPath = readParameters(reading, item.value, item.pointer);
  const parameters = mergeParameters(ofPath, readParameters(reading, value, pointer));
  const ownServers = readServers(value) ?? readServers(item.value);
  return {
    id,
    slug,
    kind,
    method,
    path,
    pointer,
    summary:
      nameIn(value, 'summary') ?? nameIn(item.value, 'summary') ?? operationId ?? `${method.toUpperCase()} ${path}`,
    description: textOf(value, 'description') ?? textOf(item.value, 'description'),
    deprecated: value.deprecated === true,
    tags: surroundings.tagsOf(value.tags, pointer),
    parameters: kind === 'operation' ? agreeWithTemplate(reading, path, parameters, pointer) : parameters,
    requestBody: readRequestBody(reading, value, pointer),
    responses: readResponses(reading, surroundings.linkTargets, value, pointer),
    security: readSecurity(reading, surroundings.schemes, value, pointer) ?? surroundings.security,
    hasOwnServers: ownServers !== undefined,
    callbacks: [],
    servers: ownServers ?? surroundings.servers,
    externalDocs: readExternalDocs(value),
    extensions: record(entriesOf(value).filter(([name]) => name.startsWith('x-'))),
  };
}
