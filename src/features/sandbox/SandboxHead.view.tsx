import { PageChoice, PageHead } from '../../ui';
import { type SandboxVersion, versionName } from './sandbox-versions';

export interface SandboxHeadProps {
  readonly versions: readonly SandboxVersion[];
  readonly chosen: SandboxVersion;
  readonly onChoose: (name: string) => void;
}

/** What the page is, and which API version's sandbox it is about. */
export function SandboxHead({ versions, chosen, onChoose }: SandboxHeadProps) {
  return (
    <PageHead
      title="Your sandbox"
      lead="It plays the API from its contract and keeps what you create. Nobody else sees it, and nothing in it is real."
    >
      <PageChoice label="API version" value={versionName(chosen)} onChoose={onChoose}>
        {versions.map((version) => (
          <option key={versionName(version)} value={versionName(version)}>
            {version.isDeprecated ? `${version.title} (deprecated)` : version.title}
          </option>
        ))}
      </PageChoice>
    </PageHead>
  );
}
