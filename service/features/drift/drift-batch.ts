import type { DriftKind, Exchange } from '../traffic/index.ts';
import { type DriftGroup, exchangesKept, fingerprintOf, groupKey, groupOf, placeOf, storable } from './drift-entry.ts';

/** One finding as it was seen since the last write. */
export interface Sighting {
  readonly fingerprint: string;
  readonly group: DriftGroup;
  readonly kind: DriftKind;
  readonly place: string;
  readonly message: string;
  readonly firstSeen: Date;
  lastSeen: Date;
  count: number;
  /** How many answers of its group had been compared when it was last seen. */
  comparedUntil: number;
  example: string | null;
  /** Newest first. */
  exchanges: readonly string[];
}

export interface ComparedGroup {
  readonly group: DriftGroup;
  compared: number;
}

/** What the drift log has heard of since its last write. */
export interface DriftBatch {
  readonly sightings: ReadonlyMap<string, Sighting>;
  /** By the group's key: how many of its answers were compared. */
  readonly groups: ReadonlyMap<string, ComparedGroup>;
}

export interface OpenBatch extends DriftBatch {
  /** Takes an exchange in. `counts`: whether its answer counts where there is no drift in it. Returns how many findings found no room. */
  add(exchange: Exchange, counts: (key: string) => boolean): number;
  /** Takes in what was gathered after it. Returns how many findings found no room. */
  merge(later: DriftBatch): number;
  readonly isEmpty: boolean;
}

const mostSightings = 1000;

/** Collects until it is written: findings that are the same become one, so that its size does not grow with the traffic. */
export function driftBatch(): OpenBatch {
  const sightings = new Map<string, Sighting>();
  const groups = new Map<string, ComparedGroup>();
  return {
    sightings,
    groups,
    get isEmpty() {
      return sightings.size === 0 && groups.size === 0;
    },
    add(exchange, counts) {
      const findings = exchange.findings.filter(({ drift }) => drift !== undefined);
      if (findings.length === 0 && !exchange.isCompared) return 0;
      const group = groupOf(exchange);
      if (group === null) return 0;
      const key = groupKey(group);
      if (findings.length === 0 && !groups.has(key) && !counts(key)) return 0;
      const counted = groups.get(key) ?? { group, compared: 0 };
      groups.set(key, counted);
      counted.compared += 1;
      let beyond = 0;
      for (const finding of findings) {
        const kind = finding.drift ?? 'schema';
        const place = placeOf(finding);
        const message = storable(finding.message.slice(0, 500));
        const fingerprint = fingerprintOf(group, kind, place, message);
        const known = sightings.get(fingerprint);
        if (known?.comparedUntil === counted.compared) continue; // Another item of the same list.
        if (known === undefined && sightings.size >= mostSightings) {
          beyond += 1;
          continue;
        }
        const { id, at } = exchange;
        const example = finding.example === undefined ? null : storable(finding.example);
        const seen: Sighting = known ?? {
          ...{ fingerprint, group, kind, place, message, firstSeen: at, lastSeen: at },
          ...{ count: 0, comparedUntil: 0, example: null, exchanges: [] },
        };
        seen.lastSeen = at;
        seen.count += 1;
        seen.comparedUntil = counted.compared;
        seen.example = example ?? seen.example;
        seen.exchanges = [id, ...seen.exchanges].slice(0, exchangesKept);
        sightings.set(fingerprint, seen);
      }
      return beyond;
    },
    merge(later) {
      let beyond = 0;
      for (const [fingerprint, seen] of later.sightings) {
        const known = sightings.get(fingerprint);
        const before = groups.get(groupKey(seen.group))?.compared ?? 0;
        if (known === undefined && sightings.size >= mostSightings) beyond += 1;
        else sightings.set(fingerprint, joined(known, seen, before));
      }
      for (const [key, { group, compared }] of later.groups) {
        groups.set(key, { group, compared: (groups.get(key)?.compared ?? 0) + compared });
      }
      return beyond;
    },
  };
}

/** Two sightings of one finding as one; `before` is how many answers had been compared when the later one's count began. */
function joined(known: Sighting | undefined, later: Sighting, before: number): Sighting {
  return {
    ...later,
    firstSeen: known?.firstSeen ?? later.firstSeen,
    count: (known?.count ?? 0) + later.count,
    comparedUntil: before + later.comparedUntil,
    example: later.example ?? known?.example ?? null,
    exchanges: [...later.exchanges, ...(known?.exchanges ?? [])].slice(0, exchangesKept),
  };
}
