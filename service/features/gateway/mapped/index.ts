import type { Agent } from 'undici';
import type { Mapping, Mappings } from '../../../../contract/mapped/index.ts';
import { graphqlTransport } from './graphql/index.ts';
import { grpcTransport } from './grpc/index.ts';
import type { Transport } from './transport.ts';

export { sendMapped } from './send-mapped.ts';
export type { Transport } from './transport.ts';

/** Loads what gRPC needs beside the start, so that the first request does not wait for it. */
export function warmUp(mappings: Mappings): void {
  // Where it cannot be loaded, the first request says so.
  if ([...mappings.values()].some(({ kind }) => kind === 'grpc')) import('@grpc/grpc-js').catch(() => undefined);
}

/** How an upstream is spoken to whose operations are mapped to GraphQL or gRPC. All operations of a mapping are of one kind. */
export function mappedTransport(mapping: Mapping, agent: Agent): Transport {
  return mapping.kind === 'graphql' ? graphqlTransport(mapping, agent) : grpcTransport(mapping);
}
