import type { LoadedLimitClass, LoadedLimits } from '../../../contract/read/index.ts';
import { type Policy, policyOf } from './policy.ts';

/** Which operation a request is for. */
export interface CountedOperation {
  readonly api: string;
  readonly version: string;
  /** Its `operationId`. */
  readonly id: string;
  /** Lower-case. */
  readonly method: string;
}

/**
 * By which policy a request counts: that of the first class which its operation belongs to, never above what its sender may
 * send in all; else the policy `default`. Pure.
 */
export function policyFor(limits: LoadedLimits, requestsPerMinute: number, operation: CountedOperation): Policy {
  const found = limits.classes.find((each) => belongsTo(each, operation));
  if (found === undefined) return policyOf('default', requestsPerMinute, limits.burstSeconds);
  return policyOf(found.id, Math.min(found.requestsPerMinute, requestsPerMinute), found.burstSeconds);
}

function belongsTo({ methods, operations }: LoadedLimitClass, { api, version, id, method }: CountedOperation): boolean {
  if (methods.some((each) => each === method.toUpperCase())) return true;
  return operations.length > 0 && operations.includes(`${api}/${version}/${id}`);
}
