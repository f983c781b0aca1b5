import styles from './SandboxHead.module.css';
import { type SandboxVersion, versionName } from './sandbox-versions';

export interface SandboxHeadProps {
  readonly versions: readonly SandboxVersion[];
  readonly chosen: SandboxVersion;
  readonly onChoose: (name: string) => void;
}

/** What the page is, and which API version's sandbox it is about. */
export function SandboxHead({ versions, chosen, onChoose }: SandboxHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h1>Your sandbox</h1>
        <p className={styles.lead}>
          It plays the API from its contract and keeps what you create. Nobody else sees it, and nothing in it is real.
        </p>
      </div>
      <label className={styles.choice}>
        <span>API version</span>
        <select value={versionName(chosen)} onChange={(event) => onChoose(event.target.value)}>
          {versions.map((version) => (
            <option key={versionName(version)} value={versionName(version)}>
              {version.isDeprecated ? `${version.title} (deprecated)` : version.title}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
