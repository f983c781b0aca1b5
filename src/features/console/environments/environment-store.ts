import { isAllowedValue, defaultValue } from '../../../../contract/server-variables';
import type { LiveServers, LiveServer } from '../../../portal-client';

export type Environment = 'sandbox' | 'live';

interface Version {
  readonly api: string;
  readonly version: string;
}

interface Choice {
  readonly environment: Environment;
  /** Server variables that somebody has set, by name. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Which environment each API is tried in, on this device. It decides nothing by itself: the key does, at the gateway. */
export interface EnvironmentStore {
  /** The live server of a version; null: it is in the sandbox only. */
  readonly liveOf: (page: Version) => LiveServer | null;
  /** Always the sandbox where there is nothing else. */
  readonly environmentOf: (page: Version) => Environment;
  /** The live server's variables as they stand, by name; empty where there are none. */
  readonly variablesOf: (page: Version) => Readonly<Record<string, string>>;
  readonly choose: (page: Version, environment: Environment) => void;
  readonly setVariable: (page: Version, name: string, value: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

type DeviceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** `storage` is null where the browser forbids it. */
export function createEnvironmentStore(storage: DeviceStorage | null, servers: LiveServers): EnvironmentStore {
  const choices = new Map<string, Choice>();
  const variables = new Map<string, { readonly of: Choice; readonly values: Readonly<Record<string, string>> }>();
  const listeners = new Set<() => void>();
  const choiceOf = ({ api }: Version): Choice => {
    const known = choices.get(api) ?? kept(storage, api);
    choices.set(api, known);
    return known;
  };
  const write = (page: Version, change: Partial<Choice>): void => {
    const next = { ...choiceOf(page), ...change };
    choices.set(page.api, next);
    keep(storage, page.api, next);
    for (const listener of listeners) listener();
  };
  const liveOf = ({ api, version }: Version): LiveServer | null => servers[`${api}/${version}`] ?? null;
  return {
    liveOf,
    environmentOf: (page) => (liveOf(page) ? choiceOf(page).environment : 'sandbox'),
    variablesOf(page) {
      const id = `${page.api}/${page.version}`;
      const choice = choiceOf(page);
      const made = variables.get(id);
      if (made?.of === choice) return made.values;
      const all = Object.entries(liveOf(page)?.variables ?? {});
      const values = Object.fromEntries(all.map(([name, one]) => [name, choice.variables[name] ?? defaultValue(one)]));
      variables.set(id, { of: choice, values });
      return values;
    },
    choose: (page, environment) => write(page, { environment }),
    setVariable: (page, name, value) => write(page, { variables: { ...choiceOf(page).variables, [name]: value } }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The variables whose values the gateway would refuse. */
export function wrongVariables(server: LiveServer, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(server.variables).flatMap(([name, variable]) =>
    isAllowedValue(variable, values[name] ?? '') ? [] : [name],
  );
}

const nothing: Choice = { environment: 'sandbox', variables: {} };
const storageKey = (api: string): string => `portolan.environment.${api}`;

function kept(storage: DeviceStorage | null, api: string): Choice {
  try {
    const value: unknown = JSON.parse(storage?.getItem(storageKey(api)) ?? 'null');
    if (typeof value !== 'object' || value === null) return nothing;
    const { environment, variables } = value as { environment?: unknown; variables?: unknown };
    const texts = Object.entries(typeof variables === 'object' && variables !== null ? variables : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { environment: environment === 'live' ? 'live' : 'sandbox', variables: Object.fromEntries(texts) };
  } catch {
    return nothing;
  }
}

function keep(storage: DeviceStorage | null, api: string, choice: Choice): void {
  try {
    storage?.setItem(storageKey(api), JSON.stringify(choice));
  } catch {
    // What cannot be kept lasts until the page is left.
  }
}
