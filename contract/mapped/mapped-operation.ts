import type { Type } from 'protobufjs';
import type { Binding } from './bind.ts';
import type { Promised } from './promised.ts';

interface Mapped {
  readonly bindings: readonly Binding[];
  /** The names that lead to the answer in the result; none: the result itself. */
  readonly answer: readonly string[];
  readonly promised: Promised;
}

export interface MappedGraphqlOperation extends Mapped {
  readonly kind: 'graphql';
  readonly document: string;
  /** Where the document names its operation. */
  readonly name: string | undefined;
  readonly whenNull: number | undefined;
  readonly partial: boolean;
}

export interface MappedGrpcOperation extends Mapped {
  readonly kind: 'grpc';
  /** `/things.v1.Things/GetThing`, as it stands in the request line. */
  readonly path: string;
  readonly request: Type;
  readonly response: Type;
  readonly names: 'json' | 'proto';
}

export type MappedOperation = MappedGraphqlOperation | MappedGrpcOperation;

/** The calls of one live upstream that answer the operations of a contract. */
export interface Mapping {
  readonly kind: MappedOperation['kind'];
  /** By operationId; what is not here is not in live. */
  readonly operations: ReadonlyMap<string, MappedOperation>;
  /** Statuses by the upstream's own code. */
  readonly errors: ReadonlyMap<string, number>;
}
