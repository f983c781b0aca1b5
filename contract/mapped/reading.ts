import type { Contract, Operation } from '../model.ts';
import type { ConfigPath, ConfigProblem } from '../read/portal/shape.ts';
import type { PortalError } from '../read/portal-error.ts';

/** What is wrong in the configuration, or in a file that it names. */
export type MappingFault = ConfigProblem | PortalError;

/** What a mapping is read from. */
export interface MappingPlace {
  readonly contract: Contract;
  /** The configuration's folder, and itself: for the lines of a document that stands in it. */
  readonly root: string;
  readonly configFile: string;
  /** `live.graphql` or `live.grpc`. */
  readonly path: ConfigPath;
  /** The line of a place in the configuration. */
  readonly lineOf: (path: ConfigPath) => number;
}

/** One operation's mapping and where it stands. */
export interface OperationPlace extends MappingPlace {
  readonly operation: Operation;
}
