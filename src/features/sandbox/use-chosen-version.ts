import { useHistory, useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { usePortalSite } from '../shell';
import { chosenVersion, type SandboxVersion, sandboxVersions, versionName } from './sandbox-versions';

/** The API version whose sandbox is looked at. The address remembers it, so that a link leads to the same. */
export function useChosenVersion(): {
  readonly versions: readonly SandboxVersion[];
  readonly chosen: SandboxVersion | undefined;
  readonly choose: (name: string) => void;
} {
  const versions = sandboxVersions(usePortalSite().apis);
  const { search, hash } = useLocation();
  const history = useHistory();
  // The page's HTML was rendered without a query.
  const chosen = chosenVersion(versions, useIsBrowser() ? search : '');
  const choose = (name: string): void => {
    const query = new URLSearchParams(search);
    const version = versions.find((one) => versionName(one) === name);
    if (version === undefined) return;
    query.set('version', versionName(version));
    history.replace({ search: `?${query.toString().replaceAll('%2F', '/')}`, hash });
  };
  return { versions, chosen, choose };
}
