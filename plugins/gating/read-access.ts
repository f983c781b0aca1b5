import { describeUnknownGroup } from '../../contract/read/index.ts';
import { suggest } from '../../contract/read/portal/suggest.ts';

export interface AccessProblem {
  /** The member that it is about. */
  readonly key: string;
  readonly sentence: string;
}

/** The groups that `access` names, one or a list; undefined where it is not there. A key that is nearly so called would publish what is not to be published. */
export function readAccess(
  members: Readonly<Record<string, unknown>>,
  groups: readonly string[],
): { readonly value: readonly string[] | undefined; readonly problems: readonly AccessProblem[] } {
  const mistyped = Object.keys(members).filter((key) => key !== 'access' && suggest(key, ['access']) !== undefined);
  const problems = mistyped.map((key) => ({ key, sentence: `there is no "${key}". Did you mean "access"?` }));
  const named = members.access;
  if (named === undefined) return { value: undefined, problems };
  const value = typeof named === 'string' ? [named] : named;
  if (!Array.isArray(value) || value.length === 0 || !value.every((one) => typeof one === 'string')) {
    const sentence = `"access" must be a group of portal.config.ts, or a list of them, as in "access: [${groups[0] ?? 'issuers-beta'}]".`;
    return { value: undefined, problems: [...problems, { key: 'access', sentence }] };
  }
  const unknown = value.filter((group) => !groups.includes(group));
  return {
    value,
    problems: [
      ...problems,
      ...unknown.map((group) => ({ key: 'access', sentence: describeUnknownGroup(group, groups) })),
    ],
  };
}

/** The line that a member of front matter, JSON or YAML stands on, from 1. */
export function lineOf(source: string, key: string): number {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const index = source.search(new RegExp(`(?:^|[\\s{,])["']?${escaped}["']?\\s*[:=]`, 'm'));
  const before = source.slice(0, Math.max(0, index) + 1);
  return before.split('\n').length;
}
