import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { newId } from '../../../platform/ids.ts';
import type { ExclusiveSpaces } from '../exclusive-space.ts';
import type { Sandbox } from '../sandbox.ts';
import type { SandboxStore } from '../sandbox-store.ts';
import { type ControlRoutesDeps, controlRoutes } from './routes.ts';
import { sqlSpaceControl } from './sql-space-control.ts';
import { steering } from './steer.ts';

export type ControlDeps = Pick<ControlRoutesDeps, 'routes' | 'keyOf' | 'contractsOf'>;

/** `/api/v1/sandboxes/…`: a sandbox as a whole, by the key of its organization. */
export function sandboxControl(
  { spaces, store, catchUp }: { spaces: ExclusiveSpaces; store: SandboxStore; catchUp: Sandbox['catchUp'] },
  deps: ControlDeps,
): FastifyPluginAsync {
  const control = sqlSpaceControl(spaces);
  const { clock } = spaces;
  const steer = steering({ control, clock, newId, random: randomBytes });
  return async (app) => controlRoutes(app, { ...deps, control, store, steer, catchUp, clock });
}
