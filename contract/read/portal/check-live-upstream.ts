import type { ApiVersionConfig, LiveUpstreamConfig, ServerVariableConfig } from '../../portal-config.ts';
import { defaultValue, isAllowedValue, serverUrl, variablesIn } from '../../server-variables.ts';
import { checkHeaders } from './check-live-mapping.ts';
import { nameOf, type ConfigPath, type ConfigProblem } from './shape.ts';

/**
 * What is wrong with a version's live upstream. The gateway calls what stands here with a credential: an address that can lead
 * elsewhere than the adopter meant is refused before anything starts. Pure.
 */
export function checkLiveUpstream({ upstream, live }: ApiVersionConfig, version: ConfigPath): ConfigProblem[] {
  if (!live) return [];
  const path = [...version, 'live'];
  if (upstream === 'service') {
    const sentence = 'the portal’s own API has one environment, and so no "live". Leave it out.';
    return [{ path, sentence }];
  }
  const variables = Object.entries(live.variables ?? {}).flatMap(([name, variable]) =>
    checkVariable(live.url, name, variable, [...path, 'variables', name]),
  );
  const named = checkNames(live, path);
  const token = checkTokenUrl(live, [...path, 'credential', 'tokenUrl']);
  return [
    ...token,
    ...checkHeaders(live, path),
    ...variables,
    ...named,
    ...(variables.length + named.length > 0 ? [] : checkUrl(live, [...path, 'url'])),
  ];
}

function checkNames({ url, variables = {} }: LiveUpstreamConfig, path: ConfigPath): ConfigProblem[] {
  const used = variablesIn(url);
  const unknown = used.filter((name) => !Object.hasOwn(variables, name));
  const idle = Object.keys(variables).filter((name) => !used.includes(name));
  return [
    ...unknown.map((name) => ({
      path: [...path, 'url'],
      sentence: `the address has "{${name}}", and "variables" has no "${name}". Add it with the values that it can have.`,
    })),
    ...idle.map((name) => ({
      path: [...path, 'variables', name],
      sentence: `the address has no "{${name}}". Put it there, or leave the variable out.`,
    })),
  ];
}

function checkVariable(url: string, name: string, variable: ServerVariableConfig, path: ConfigPath): ConfigProblem[] {
  const at = nameOf(path);
  const wrong = (sentence: string, key?: string): ConfigProblem[] => [{ path: key ? [...path, key] : path, sentence }];
  const { values, pattern, default: given } = variable;
  if ((values === undefined) === (pattern === undefined)) {
    return wrong(`${at} must have either "values" or "pattern". Name all values where you can.`);
  }
  if (pattern !== undefined && !isPattern(pattern)) return wrong(`${at}.pattern is no pattern. Mend it.`, 'pattern');
  if (pattern !== undefined && given === undefined) return wrong(`${at}.default is missing. Add a value.`);
  if (pattern !== undefined && choosesHost(url, name)) {
    const sentence = `${at}.pattern would let a request choose the host. Name the "values", or let the address end in a domain of yours: "https://{${name}}.api.example.com".`;
    return wrong(sentence, 'pattern');
  }
  const bad = (values ?? []).find((value) => !isAllowedValue(variable, value));
  if (bad !== undefined) {
    return wrong(
      `${at}.values has ${JSON.stringify(bad)}. Use letters, digits, hyphens, underscores and dots.`,
      'values',
    );
  }
  if (isAllowedValue(variable, defaultValue(variable))) return [];
  return wrong(`${at}.default is ${JSON.stringify(given)}, which is not an allowed value. Correct it.`, 'default');
}

/** Whether what a pattern matches could stand where a name is looked up, without a domain of two labels behind it. */
function choosesHost(url: string, name: string): boolean {
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  const behind = host.split(`{${name}}`).at(-1) ?? '';
  return host.includes(`{${name}}`) && !/^[A-Za-z0-9.-]*\.[A-Za-z0-9-]+\.[A-Za-z0-9-]+(?::\d+)?$/.test(behind);
}

function checkUrl(live: LiveUpstreamConfig, path: ConfigPath): ConfigProblem[] {
  const wrong = (what: string): ConfigProblem[] => [
    { path, sentence: `${nameOf(path)} ${what}. Write an address such as "https://api.example.com/v2".` },
  ];
  if (!/^https?:\/\//i.test(live.url)) return wrong('begins with neither https:// nor http://');
  const filled = serverUrl(live, new Map());
  if (filled.kind === 'refused' || !URL.canParse(filled.url))
    return wrong(`is ${JSON.stringify(live.url)}, no address`);
  const { username, password, search, hash } = new URL(filled.url);
  if (username !== '' || password !== '') return wrong('holds a user name or password; those go into "credential"');
  if (search !== '' || hash !== '' || /[?#]/.test(live.url)) return wrong('has a query or a fragment');
  return [];
}

/** RFC 6749 §3.2: a token endpoint is asked over TLS only; on this machine it may be without. */
function checkTokenUrl({ credential }: LiveUpstreamConfig, path: ConfigPath): ConfigProblem[] {
  if (credential?.kind !== 'oauth2') return [];
  const wrong = (what: string): ConfigProblem[] => [
    { path, sentence: `${nameOf(path)} ${what}. Write an address such as "https://auth.example.com/oauth2/token".` },
  ];
  if (!URL.canParse(credential.tokenUrl)) return wrong(`is ${JSON.stringify(credential.tokenUrl)}, no address`);
  const { protocol, hostname, username, password, hash } = new URL(credential.tokenUrl);
  const isHere = protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !isHere)
    return wrong('does not begin with https://: the secret would be sent in the clear');
  if (username !== '' || password !== '')
    return wrong('holds a user name or password; name the variables that hold them');
  return hash === '' ? [] : wrong('has a fragment');
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'v') instanceof RegExp;
  } catch {
    return false;
  }
}
