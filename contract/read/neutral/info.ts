import type { Contract, Info, Server } from '../../model.ts';
import { entriesOf, isObject, itemsOf, type JsonObject, member, nameIn, record, textOf } from '../json-value.ts';
import type { Reading } from './reading.ts';

/** `info` (3.1 §4.8.2). What a title or version would be is not guessed beyond the id that the portal gives. */
export function readInfo(reading: Reading, source: Pick<Contract, 'api' | 'version'>): Info {
  const { info } = reading.document;
  const title = nameIn(info, 'title');
  if (!title) reading.warn(info === undefined ? '' : '/info', `"info.title" is missing; "${source.api}" is shown.`);
  const stated = member(info, 'version');
  const contact = member(info, 'contact');
  const license = member(info, 'license');
  return {
    title: title ?? source.api,
    // Unquoted in YAML, 1.0 is a number.
    version: typeof stated === 'string' || typeof stated === 'number' ? String(stated) : source.version,
    summary: textOf(info, 'summary'),
    description: textOf(info, 'description'),
    termsOfService: textOf(info, 'termsOfService'),
    contact: isObject(contact)
      ? { name: textOf(contact, 'name'), url: textOf(contact, 'url'), email: textOf(contact, 'email') }
      : undefined,
    license: isObject(license)
      ? {
          name: textOf(license, 'name') ?? 'License',
          url: textOf(license, 'url'),
          identifier: textOf(license, 'identifier'),
        }
      : undefined,
  };
}

/** `servers` (3.1 §4.8.5) of the description, a path or an operation; `undefined` where none is declared. */
export function readServers(holder: JsonObject): Server[] | undefined {
  const servers = itemsOf(holder.servers).flatMap((entry): Server[] => {
    const url = textOf(entry, 'url');
    if (url === undefined) return [];
    return [
      {
        url,
        name: textOf(entry, 'name'),
        description: textOf(entry, 'description'),
        variables: readVariables(member(entry, 'variables')),
      },
    ];
  });
  return servers.length > 0 ? servers : undefined;
}

function readVariables(variables: unknown): Server['variables'] {
  if (!isObject(variables)) return undefined;
  return record(
    entriesOf(variables).map(([name, variable]) => {
      const choices = itemsOf(member(variable, 'enum')).filter((choice) => typeof choice === 'string');
      const stated = member(variable, 'default');
      return [
        name,
        {
          default: typeof stated === 'string' || typeof stated === 'number' ? String(stated) : (choices[0] ?? ''),
          enum: choices.length > 0 ? choices : undefined,
          description: textOf(variable, 'description'),
        },
      ];
    }),
  );
}
