import type { JourneyStepConfig } from '../../journey-config.ts';
import type { ConfigPath } from './shape.ts';

/** A place of a step where the configuration names something of a contract. */
export interface NamedPlace {
  readonly kind: 'operation' | 'api';
  readonly name: string;
  readonly path: ConfigPath;
}

/** The operations and the versions of APIs that a step names, and where. */
export function namedBy({ proof, console }: JourneyStepConfig, path: ConfigPath): readonly NamedPlace[] {
  const at = (key: string): ConfigPath => [...path, 'proof', key];
  const names: NamedPlace[] = [];
  if (console !== undefined) names.push({ kind: 'operation', name: console, path: [...path, 'console'] });
  if ('operation' in proof && proof.operation !== undefined)
    names.push({ kind: 'operation', name: proof.operation, path: at('operation') });
  if ('actsBy' in proof && proof.actsBy !== undefined)
    names.push({ kind: 'operation', name: proof.actsBy, path: at('actsBy') });
  if ('api' in proof) names.push({ kind: 'api', name: proof.api, path: at('api') });
  return names;
}
