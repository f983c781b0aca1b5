import type { ApiSummary } from '../shell';

/** An API version that has a sandbox, by its ids, and what a person calls it. */
export interface SandboxVersion {
  readonly api: string;
  readonly version: string;
  readonly title: string;
  readonly isDeprecated: boolean;
}

/** All of the portal's, in its order: what stands before the service itself has none. */
export function sandboxVersions(apis: readonly ApiSummary[]): readonly SandboxVersion[] {
  return apis.flatMap(({ id, title, versions }) =>
    versions
      .filter(({ sandbox }) => sandbox)
      .map((version) => ({
        api: id,
        version: version.id,
        title: `${title} ${version.id}`,
        isDeprecated: version.deprecated,
      })),
  );
}

/** How an address names one: `?version=cardea/v2`. */
export function versionName({ api, version }: Pick<SandboxVersion, 'api' | 'version'>): string {
  return `${api}/${version}`;
}

/** The one that the query names; the first where it names none. */
export function chosenVersion(versions: readonly SandboxVersion[], search: string): SandboxVersion | undefined {
  const name = new URLSearchParams(search).get('version');
  return versions.find((version) => versionName(version) === name) ?? versions[0];
}
