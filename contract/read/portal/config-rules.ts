import type { ApiConfig, LimitClassConfig, PortalConfig } from '../../portal-config.ts';
import { checkAccess } from './check-access.ts';
import { checkJourney } from './check-journey.ts';
import { checkLiveUpstream } from './check-live-upstream.ts';
import { checkSignUp } from './check-sign-up.ts';
import { duplicates } from './duplicates.ts';
import { checkProviders } from './provider-shape.ts';
import { remedy, describeUnknownVersion } from './named-version.ts';
import type { ConfigPath, ConfigProblem } from './shape.ts';

/** What a configuration of the right shape can still have wrong: names used twice, names of nothing. Pure. */
export function checkRules(config: PortalConfig): ConfigProblem[] {
  const journeys = config.journeys ?? [];
  return [
    ...duplicates(config.apis, ['apis'], 'two APIs have the id'),
    ...config.apis.flatMap((api, index) => checkApi(api, ['apis', index])),
    ...checkLimits(config),
    ...duplicates(journeys, ['journeys'], 'two journeys have the id'),
    ...journeys.flatMap((journey, index) => checkJourney(config, journey, ['journeys', index])),
    ...checkAccess(config),
    ...checkSignUp(config.accounts),
    ...checkProviders(config.accounts?.providers ?? []),
    ...duplicates(config.integrations?.categories ?? [], ['integrations', 'categories'], 'two categories have the id'),
    ...duplicates(config.feedback?.reasons ?? [], ['feedback', 'reasons'], 'two reasons have the id'),
  ];
}

function checkApi(api: ApiConfig, path: ConfigPath): ConfigProblem[] {
  const ids = api.versions.map((version) => version.id);
  const problems = duplicates(api.versions, [...path, 'versions'], `two versions of "${api.id}" have the id`);
  api.versions.forEach((version, index) => {
    const { id, deprecated } = version;
    problems.push(...checkLiveUpstream(version, [...path, 'versions', index]));
    const at = [...path, 'versions', index, 'deprecated'];
    const replacement = deprecated?.replacedBy;
    if (replacement === id) {
      problems.push({
        path: [...at, 'replacedBy'],
        sentence: `version "${id}" is replaced by itself. Name the newer version.`,
      });
    } else if (replacement !== undefined && !ids.includes(replacement)) {
      problems.push({
        path: [...at, 'replacedBy'],
        sentence: `"${api.id}" has no version "${replacement}". ${remedy(replacement, ids)}`,
      });
    }
    if (deprecated?.sunset !== undefined && deprecated.sunset < deprecated.since) {
      problems.push({
        path: [...at, 'sunset'],
        sentence: `"sunset" is before "since" (${deprecated.since}). Exchange or correct them.`,
      });
    }
  });
  return problems;
}

function checkLimits(config: PortalConfig): ConfigProblem[] {
  const classes = config.limits?.classes ?? [];
  const path = ['limits', 'classes'];
  const problems = duplicates(classes, path, 'two classes of limits have the id');
  return [...problems, ...classes.flatMap((each, index) => checkLimitClass(config, each, [...path, index]))];
}

const takenClasses: Readonly<Record<string, string>> = {
  default: 'the class of what no other names',
  day: 'the quota of a day',
};

function checkLimitClass(config: PortalConfig, limitClass: LimitClassConfig, path: ConfigPath): ConfigProblem[] {
  const { id, methods, operations = [] } = limitClass;
  const problems: ConfigProblem[] = [];
  const taken = takenClasses[id];
  if (taken !== undefined) {
    problems.push({ path: [...path, 'id'], sentence: `"${id}" is ${taken}. Give this one another id.` });
  }
  if (methods === undefined && operations.length === 0) {
    problems.push({ path, sentence: `the class "${id}" limits nothing. Name its "methods" or "operations".` });
  }
  operations.forEach((operation, index) => {
    const unknown = describeUnknownVersion(config, operation);
    if (unknown) problems.push({ path: [...path, 'operations', index], sentence: unknown });
  });
  return problems;
}
