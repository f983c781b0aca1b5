import { limitsFeature, limitsMigrations } from '../../service/features/limits/index.ts';
import type { AddressLimits } from '../../service/platform/address-limit.ts';
import type { Clock } from '../../service/platform/clock.ts';
import type { Database } from '../../service/platform/database/index.ts';

export { limitsMigrations };

/** The limits of addresses as the service has them, for a feature that is tested alone. */
export function addressLimitsOn(database: Database, clock?: Clock): AddressLimits {
  const log = { warn: () => undefined };
  return limitsFeature({ database, limits: { burstSeconds: 60, classes: [] }, log, clock }).addressLimits;
}
