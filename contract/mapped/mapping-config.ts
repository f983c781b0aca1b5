/** What `live.graphql` and `live.grpc` of `portal.config.ts` hold: which call of the upstream answers which operation. */
export interface GraphqlConfig extends MappingConfig {
  /** The server's schema, a file in its definition language below the configuration's folder. Then documents are checked against it. */
  readonly schema?: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, GraphqlOperationConfig>>;
}

export interface GrpcConfig extends MappingConfig {
  /** The file below the configuration's folder that declares the services. */
  readonly proto: string;
  /** Where its imports are looked up, below the configuration's folder. Default: the folder of `proto`. */
  readonly folders?: readonly string[];
  /** What members of answers are called: `json`, as proto3's JSON mapping has it (`displayName`); `proto`, as the file does. Default: `json`. */
  readonly names?: 'json' | 'proto';
  /** By operationId. */
  readonly operations: Readonly<Record<string, GrpcOperationConfig>>;
}

interface MappingConfig {
  /** Operations of the contract that live does not have: they are refused with `environment-unavailable`. */
  readonly without?: readonly string[];
  /** Which status an error becomes, by `extensions.code` of GraphQL or the name of a gRPC status. Codes not named here: 502, or as google.rpc.Code says. */
  readonly errors?: Readonly<Record<string, number>>;
}

interface MappedOperationConfig {
  /** What of the request goes nowhere, on purpose: `query.expand`, `body.note`. */
  readonly unused?: readonly string[];
  /** Where in the result the answer stands: `thing`, `things.nodes`. */
  readonly answer?: string;
  /** Default: the first 2XX status that the contract declares. */
  readonly status?: number;
}

export interface GraphqlOperationConfig extends MappedOperationConfig {
  /** One query or mutation: a file below the configuration's folder, or its text. */
  readonly document: string;
  /** What each variable is: `path.id`, `query.limit`, `body`, `body.owner.name`. Those not named here have what is called the same. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Which status `null` in the answer's place becomes. Default: it is the answer. */
  readonly whenNull?: number;
  /** Whether an answer with errors beside it is taken. Default: no, it is a 502. */
  readonly partial?: boolean;
}

export interface GrpcOperationConfig extends MappedOperationConfig {
  /** `things.v1.Things/GetThing`. */
  readonly method: string;
  /** What each field of the message is, by its path: `thing.owner` from `body.owner`. Those not named here have what is called the same. */
  readonly fields?: Readonly<Record<string, string>>;
}
