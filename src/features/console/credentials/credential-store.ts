import { isRecord } from '../../../portal-client';
import type { Credential, Held } from './credential';

/** What is held for one API and one environment, and what of it is sent. */
export interface ApiCredentials {
  /** An `alternativeId`; null: the sandbox's own key. */
  readonly chosen: string | null;
  readonly held: Held;
  /** Whether it is kept on this device, too. */
  readonly isRemembered: boolean;
}

/** Credentials by API and environment: none is ever seen by another. In memory, and on the device where somebody asked for it. */
export interface CredentialStore {
  readonly read: (place: string) => ApiCredentials;
  readonly subscribe: (listener: () => void) => () => void;
  readonly choose: (place: string, chosen: string | null) => void;
  readonly hold: (place: string, scheme: string, credential: Credential | null) => void;
  /** Returns false where the device does not let anything be kept. */
  readonly remember: (place: string, isRemembered: boolean) => boolean;
  /** Everything of the API, in memory and on the device. */
  readonly forget: (place: string) => void;
}

export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nothing: ApiCredentials = { chosen: null, held: {}, isRemembered: false };

/** `cardea/sandbox`: what names the credentials of an API in an environment. */
export function credentialPlace({ api }: { readonly api: string }, environment = 'sandbox'): string {
  return `${api}/${environment}`;
}

/** `storage` is null where the browser forbids it. */
export function createCredentialStore(storage: DeviceStorage | null): CredentialStore {
  const places = new Map<string, ApiCredentials>();
  const listeners = new Set<() => void>();
  const read = (place: string): ApiCredentials => {
    const known = places.get(place) ?? onDevice(storage, place) ?? nothing;
    places.set(place, known);
    return known;
  };
  const write = (place: string, change: Partial<ApiCredentials>): boolean => {
    const next = { ...read(place), ...change };
    places.set(place, next);
    const isKept = next.isRemembered && keep(storage, place, next);
    if (!isKept) drop(storage, place);
    if (next.isRemembered && !isKept) places.set(place, { ...next, isRemembered: false });
    for (const listener of listeners) listener();
    return isKept;
  };
  return {
    read,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (place, chosen) => void write(place, { chosen }),
    hold(place, scheme, credential) {
      const others = Object.entries(read(place).held).filter(([name]) => name !== scheme);
      const held = Object.fromEntries(credential ? [...others, [scheme, credential]] : others);
      write(place, { held });
    },
    remember: (place, isRemembered) => write(place, { isRemembered }),
    forget: (place) => void write(place, nothing),
  };
}

const storageKey = (place: string): string => `portolan.credentials.${place}`;

function keep(storage: DeviceStorage | null, place: string, { chosen, held }: ApiCredentials): boolean {
  try {
    storage?.setItem(storageKey(place), JSON.stringify({ chosen, held }));
    return storage !== null;
  } catch {
    return false;
  }
}

function drop(storage: DeviceStorage | null, place: string): void {
  try {
    storage?.removeItem(storageKey(place));
  } catch {
    // Nothing was kept where nothing may be.
  }
}

/** Null where nothing is kept, or what is kept is not ours. */
function onDevice(storage: DeviceStorage | null, place: string): ApiCredentials | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey(place)) ?? 'null');
    if (!isRecord(kept) || !isRecord(kept.held)) return null;
    const held = Object.fromEntries(
      Object.entries(kept.held).filter((entry): entry is [string, Credential] => isCredential(entry[1])),
    );
    return { chosen: typeof kept.chosen === 'string' ? kept.chosen : null, held, isRemembered: true };
  } catch {
    return null;
  }
}

function isCredential(value: unknown): value is Credential {
  if (!isRecord(value)) return false;
  const isText = (...names: string[]) => names.every((name) => typeof value[name] === 'string');
  if (value.kind === 'text') return isText('text');
  if (value.kind === 'basic') return isText('user', 'password');
  const isToken = value.kind === 'token' && isText('text', 'way') && typeof value.endsAt === 'number';
  return isToken && Array.isArray(value.scopes) && (value.refreshToken === null || isText('refreshToken'));
}
