import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, isObject, itemsOf, type JsonObject, member, record, textOf } from '../json-value.ts';
import { type Reading, resolve } from './reading.ts';

const types: readonly SecurityScheme['type'][] = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'];

/** `components.securitySchemes` (3.1 §4.8.27), without those that nothing can be made of. */
export function readSecuritySchemes(reading: Reading): Record<string, SecurityScheme> {
  const declared = member(reading.document.components, 'securitySchemes');
  return record(
    entriesOf(declared).flatMap(([name, entry]): [string, SecurityScheme][] => {
      const pointer = `/components/securitySchemes/${escapeKey(name)}`;
      const scheme = readScheme(resolve(reading, entry, pointer)?.value);
      if (!scheme)
        reading.warn(pointer, `the security scheme "${name}" lacks what its type needs (3.1 §4.8.27); it is left out.`);
      return scheme ? [[name, scheme]] : [];
    }),
  );
}

function readScheme(value: JsonObject | undefined): SecurityScheme | undefined {
  const type = types.find((candidate) => candidate === value?.type);
  if (!value || !type) return undefined;
  const location = (['header', 'query', 'cookie'] as const).find((candidate) => candidate === value.in);
  if (type === 'apiKey' && (!location || !textOf(value, 'name'))) return undefined;
  if (type === 'http' && !textOf(value, 'scheme')) return undefined;
  return {
    type,
    description: textOf(value, 'description'),
    name: textOf(value, 'name'),
    in: location,
    scheme: textOf(value, 'scheme')?.toLowerCase(),
    bearerFormat: textOf(value, 'bearerFormat'),
    flows: isObject(value.flows)
      ? record(entriesOf(value.flows).map(([name, flow]) => [name, readFlow(flow)]))
      : undefined,
    openIdConnectUrl: textOf(value, 'openIdConnectUrl'),
    oauth2MetadataUrl: textOf(value, 'oauth2MetadataUrl'),
    deprecated: value.deprecated === true ? true : undefined,
  };
}

function readFlow(flow: unknown): OAuthFlow {
  return {
    authorizationUrl: textOf(flow, 'authorizationUrl'),
    tokenUrl: textOf(flow, 'tokenUrl'),
    refreshUrl: textOf(flow, 'refreshUrl'),
    deviceAuthorizationUrl: textOf(flow, 'deviceAuthorizationUrl'),
    scopes: record(
      entriesOf(member(flow, 'scopes')).map(([scope, text]) => [scope, typeof text === 'string' ? text : '']),
    ),
  };
}

/** `security` of an operation or of the whole description (3.1 §4.8.30); `undefined` where it is not declared. */
export function readSecurity(
  reading: Reading,
  schemes: Readonly<Record<string, SecurityScheme>>,
  holder: JsonObject,
  pointer: string,
): SecurityRequirement[] | undefined {
  if (!Array.isArray(holder.security)) return undefined;
  return itemsOf(holder.security).flatMap((alternative, index) => {
    const unknown = entriesOf(alternative).find(([name]) => !schemes[name])?.[0];
    if (unknown !== undefined) {
      reading.warn(
        `${pointer}/security/${index}`,
        `there is no security scheme "${unknown}"; this alternative is left out.`,
      );
      return [];
    }
    if (!isObject(alternative)) return [];
    const scopesOf = (scopes: unknown) => itemsOf(scopes).filter((scope) => typeof scope === 'string');
    return [record(entriesOf(alternative).map(([name, scopes]) => [name, scopesOf(scopes)]))];
  });
}
