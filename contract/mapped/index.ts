import { readFile } from 'node:fs/promises';
import type { Contract } from '../model.ts';
import { parseConfig } from '../read/portal/config-source.ts';
import { gatherErrors, PortalError } from '../read/portal-error.ts';
import type { ConfigPath } from '../read/portal/shape.ts';
import type { MappedOperation, Mapping } from './mapped-operation.ts';
import type { GraphqlConfig, GrpcConfig } from './mapping-config.ts';

export type { Mapping, MappedGraphqlOperation, MappedGrpcOperation, MappedOperation } from './mapped-operation.ts';
export type { Binding } from './bind.ts';
export type { MappedSource } from './source.ts';
export { fieldOf, fullName, messageOf, nameOf } from './grpc/fields.ts';

/** Keys of `live` that say nothing where the calls are named one by one. */
const notForMapped = ['paths', 'answerHeaders'] as const;

/** What is needed of a portal to read its mappings. */
export interface MappedPortal {
  readonly configFile: string;
  readonly root: string;
  readonly apis: readonly {
    readonly id: string;
    readonly versions: readonly {
      readonly id: string;
      readonly live?: {
        readonly url: string;
        readonly paths?: unknown;
        readonly answerHeaders?: unknown;
        readonly graphql?: GraphqlConfig;
        readonly grpc?: GrpcConfig;
      };
    }[];
  }[];
}

/** By `{api}/{version}`; empty where no live upstream is mapped. */
export type Mappings = ReadonlyMap<string, Mapping>;

/**
 * Reads what `live.graphql` and `live.grpc` name, and checks it against the contracts. Throws one `PortalError` with all that is wrong, a
 * line each with file and line. The libraries are loaded only where something is mapped.
 */
export async function readMappings(portal: MappedPortal, contracts: readonly Contract[]): Promise<Mappings> {
  const mapped = mappedVersions(portal, contracts);
  if (mapped.length === 0) return new Map();
  const { configFile, root } = portal;
  const source = parseConfig(configFile, await readFile(configFile, 'utf8'));
  const lineOf = (path: ConfigPath) => source.locate(path)?.line ?? 1;
  const errors: PortalError[] = [];
  const mappings = new Map<string, Mapping>();
  for (const { id, path, contract, live } of mapped) {
    const place = { contract, root, configFile, lineOf };
    const wrong = (key: string, sentence: string) =>
      errors.push(new PortalError(sentence, { file: configFile, line: lineOf([...path, key]) }));
    if (live.graphql && live.grpc) wrong('grpc', 'an upstream speaks either GraphQL or gRPC. Leave one of them out.');
    if (live.grpc && !/^[a-z]+:\/\/[^/]+\/?$/i.test(live.url))
      wrong(
        'url',
        'gRPC has no path: methods are named by "method". Write an address such as "https://api.example.com".',
      );
    for (const key of notForMapped.filter((each) => live[each] !== undefined))
      wrong(key, `"${key}" is about an HTTP upstream, and this one is mapped. Leave it out.`);
    const read = live.graphql
      ? await (await import('./graphql/index.ts')).readGraphql(live.graphql, { ...place, path: [...path, 'graphql'] })
      : live.grpc &&
        (await (await import('./grpc/index.ts')).readGrpc(live.grpc, { ...place, path: [...path, 'grpc'] }));
    if (!read) continue;
    errors.push(
      ...read.faults.map((fault) =>
        fault instanceof PortalError
          ? fault
          : new PortalError(fault.sentence, { file: configFile, line: lineOf(fault.path) }),
      ),
    );
    const codes = Object.entries((live.graphql ?? live.grpc)?.errors ?? {});
    const operations: readonly (readonly [string, MappedOperation])[] = read.operations;
    mappings.set(id, {
      kind: live.graphql ? 'graphql' : 'grpc',
      operations: new Map(operations),
      errors: new Map(codes),
    });
  }
  const [first, ...others] = errors;
  if (first) throw gatherErrors([first, ...others]);
  return mappings;
}

function mappedVersions(portal: MappedPortal, contracts: readonly Contract[]) {
  return portal.apis.flatMap((api, apiIndex) =>
    api.versions.flatMap(({ id, live }, index) => {
      const contract = contracts.find((each) => each.api === api.id && each.version === id);
      if (!contract || (!live?.graphql && !live?.grpc)) return [];
      const path: ConfigPath = ['apis', apiIndex, 'versions', index, 'live'];
      return [{ id: `${api.id}/${id}`, path, contract, live }];
    }),
  );
}
