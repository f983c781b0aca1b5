import type { LiveUpstreamConfig, ServerVariableConfig } from './portal-config.ts';

/** A value is one word of letters and digits: it can end neither a host nor a path segment. */
const word = /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.)){0,62}$/;

/** Whether a request may put this in the variable's place. */
export function isAllowedValue(variable: ServerVariableConfig, value: string): boolean {
  if (!word.test(value)) return false;
  if (variable.values) return variable.values.includes(value);
  return variable.pattern !== undefined && new RegExp(`^(?:${variable.pattern})$`, 'v').test(value);
}

/** What a variable is where a request says nothing of it. */
export function defaultValue({ values, default: given }: ServerVariableConfig): string {
  return given ?? values?.[0] ?? '';
}

/** The names in braces, in their order. */
export function variablesIn(url: string): readonly string[] {
  return [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

export type ServerChoice =
  | { readonly kind: 'url'; readonly url: string }
  /** `name` is of no variable, or its value is not one of those that the configuration allows. */
  | { readonly kind: 'refused'; readonly name: string; readonly value: string };

/** The address of a live upstream for the values that a request asks for; the others have their defaults. */
export function serverUrl(
  live: Pick<LiveUpstreamConfig, 'url' | 'variables'>,
  chosen: ReadonlyMap<string, string>,
): ServerChoice {
  const { url, variables = {} } = live;
  for (const [name, value] of chosen) {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!variable || !isAllowedValue(variable, value)) return { kind: 'refused', name, value };
  }
  const filled = url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = variables[name];
    return chosen.get(name) ?? (variable ? defaultValue(variable) : '');
  });
  return { kind: 'url', url: filled };
}
