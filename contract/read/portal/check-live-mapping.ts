import { type Contract } from '../../model.ts';
import type { LiveUpstreamConfig } from '../../portal-config.ts';
import type { LoadedPortal } from './loaded-portal.ts';
import { nameOf, type ConfigPath, type ConfigProblem } from './shape.ts';
import { suggest } from './suggest.ts';

/** What frames a message or belongs to one hop (RFC 9110 §7.6.1): nobody but the gateway may say it. */
const notToBeMapped =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|content-encoding|expect)$/i;
const secret = /^(?:authorization|cookie|x-api-key)$/i;

/** What is wrong with the headers that a live upstream's configuration removes, renames and sets. Pure. */
export function checkHeaders(live: LiveUpstreamConfig, path: ConfigPath): ConfigProblem[] {
  const { remove = [], rename = {}, set = {} } = live.requestHeaders ?? {};
  const at = [...path, 'requestHeaders'];
  const named: [name: string, place: ConfigPath][] = [
    ...remove.map((name, index): [string, ConfigPath] => [name, [...at, 'remove', index]]),
    ...Object.entries(rename).flatMap(([from, to]): [string, ConfigPath][] => [
      [from, [...at, 'rename', from]],
      [to, [...at, 'rename', from]],
    ]),
    ...Object.keys(set).map((name): [string, ConfigPath] => [name, [...at, 'set', name]]),
    ...(live.answerHeaders?.remove ?? []).map((name, index): [string, ConfigPath] => [
      name,
      [...path, 'answerHeaders', 'remove', index],
    ]),
  ];
  const framing = named.flatMap(([name, place]) =>
    notToBeMapped.test(name)
      ? [{ path: place, sentence: `the header ${name} is the gateway's own on each hop. Leave it out.` }]
      : [],
  );
  const secrets = Object.keys(set).flatMap((name) =>
    secret.test(name)
      ? [
          {
            path: [...at, 'set', name],
            sentence: `${name} is a secret's place. Use "credential", which takes it from the environment.`,
          },
        ]
      : [],
  );
  return [...framing, ...secrets];
}

/** What is wrong with the paths of live upstreams, by the contracts that they are mapped from. Pure. */
export function findWrongPaths({ apis }: LoadedPortal, contracts: readonly Contract[]): ConfigProblem[] {
  return apis.flatMap((api, apiIndex) =>
    api.versions.flatMap((version, index) => {
      const contract = contracts.find((one) => one.api === api.id && one.version === version.id);
      const path = ['apis', apiIndex, 'versions', index, 'live', 'paths'];
      return contract && version.live?.paths ? checkPaths(version.live.paths, contract, path) : [];
    }),
  );
}

function checkPaths(
  { operations = {}, rename = [] }: NonNullable<LiveUpstreamConfig['paths']>,
  contract: Contract,
  path: ConfigPath,
): ConfigProblem[] {
  const known = contract.operations.filter(({ kind }) => kind === 'operation');
  const ofOperations = Object.entries(operations).flatMap(([id, template]): ConfigProblem[] => {
    const at = [...path, 'operations', id];
    const operation = known.find((one) => one.id === id);
    if (operation === undefined) {
      const near = suggest(
        id,
        known.map((one) => one.id),
      );
      const remedy = near === undefined ? 'Correct it, or leave it out.' : `Did you mean "${near}"?`;
      return [{ path: at, sentence: `${contract.api} ${contract.version} has no operation "${id}". ${remedy}` }];
    }
    const has = namesIn(operation.path);
    return namesIn(template)
      .filter((name) => !has.includes(name))
      .map((name) => ({
        path: at,
        sentence: `${nameOf(at)} has "{${name}}", and the path of the operation has ${has.length === 0 ? 'no parameter' : `only ${has.map((one) => `{${one}}`).join(', ')}`}. Correct it.`,
      }));
  });
  const ofRename = rename.flatMap(({ from }, index): ConfigProblem[] =>
    from === '/' || known.some((operation) => operation.path === from || operation.path.startsWith(`${from}/`))
      ? []
      : [
          {
            path: [...path, 'rename', index, 'from'],
            sentence: `no path of ${contract.api} ${contract.version} begins with "${from}". Correct it, or leave it out.`,
          },
        ],
  );
  return [...ofOperations, ...ofRename];
}

function namesIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
