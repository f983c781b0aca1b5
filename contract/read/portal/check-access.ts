import type { PortalConfig } from '../../portal-config.ts';
import { duplicates } from './duplicates.ts';
import { remedy, splitOperation } from './named-version.ts';
import { namedBy } from './proof-names.ts';
import type { ConfigPath, ConfigProblem } from './shape.ts';

/** What is wrong with early access: groups that are none, and what is open to all but speaks of what is not. Pure. */
export function checkAccess(config: PortalConfig): ConfigProblem[] {
  return [
    ...duplicates(config.access ?? [], ['access'], 'two groups of access have the id'),
    ...checkGroups(config),
    ...checkReplacements(config),
    ...checkJourneys(config),
  ];
}

function checkGroups(config: PortalConfig): ConfigProblem[] {
  const ids = (config.access ?? []).map(({ id }) => id);
  const check = (access: readonly string[] | undefined, path: ConfigPath): ConfigProblem[] =>
    (access ?? []).flatMap((name, index) =>
      ids.includes(name) ? [] : [{ path: [...path, 'access', index], sentence: describeUnknownGroup(name, ids) }],
    );
  return config.apis.flatMap((api, index) => [
    ...check(api.access, ['apis', index]),
    ...api.versions.flatMap(({ access }, place) => check(access, ['apis', index, 'versions', place])),
  ]);
}

/** Why a group that is named is none. */
export function describeUnknownGroup(name: string, ids: readonly string[]): string {
  const declared = ids.length === 0 ? 'Declare it in "access" of portal.config.ts.' : remedy(name, ids);
  return `there is no group of access "${name}". ${declared}`;
}

/** A version tells its readers what replaces it: they must be among those for whom that is. */
function checkReplacements({ apis }: PortalConfig): ConfigProblem[] {
  return apis.flatMap((api, index) =>
    api.versions.flatMap((version, place): ConfigProblem[] => {
      const { replacedBy } = version.deprecated ?? {};
      const replacement = api.versions.find(({ id }) => id === replacedBy);
      const needed = replacement && (replacement.access ?? api.access);
      const readers = version.access ?? api.access;
      if (!needed || readers?.every((group) => needed.includes(group))) return [];
      const sentence = `"${version.id}" would tell of "${replacedBy}", which is early access, to readers for whom it is not. Say so when it is open to them.`;
      return [{ path: ['apis', index, 'versions', place, 'deprecated', 'replacedBy'], sentence }];
    }),
  );
}

/** Every browser gets the journeys. */
function checkJourneys({ apis, journeys = [] }: PortalConfig): ConfigProblem[] {
  return journeys.flatMap(({ steps }, journey) =>
    steps.flatMap((step, index) =>
      namedBy(step, ['journeys', journey, 'steps', index]).flatMap(({ name, path }): ConfigProblem[] => {
        const named = splitOperation(name);
        const api = apis.find(({ id }) => id === named.api);
        const version = api?.versions.find(({ id }) => id === named.version);
        if ((version?.access ?? api?.access) === undefined) return [];
        const sentence = `${named.api} ${named.version} is early access, and everybody sees this journey. Name a version that is open to all.`;
        return [{ path, sentence }];
      }),
    ),
  );
}
