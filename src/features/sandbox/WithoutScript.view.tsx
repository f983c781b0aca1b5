import Link from '@docusaurus/Link';
import { useGuides } from '../shell';
import type { SandboxVersion } from './sandbox-versions';
import styles from './WithoutScript.module.css';

export interface WithoutScriptProps {
  readonly origin: string;
  readonly version: SandboxVersion;
}

/** What the page does, for a terminal: shown only where the page itself cannot. */
export function WithoutScript({ origin, version }: WithoutScriptProps) {
  const guide = useGuides().find('/docs/sandbox');
  const address = `${origin}/api/v1/sandboxes/${version.api}/${version.version}`;
  const authorization = '--header "Authorization: Bearer $KEY"';
  const commands = [
    ['Get a key', `curl --request POST ${origin}/api/v1/guest-keys`],
    ['See what the sandbox holds', `curl ${authorization} \\\n  ${address}`],
    ['Take a snapshot', `curl ${authorization} \\\n  --json '{"name":"before"}' \\\n  ${address}/snapshots`],
    ['Start afresh', `curl ${authorization} \\\n  --request POST ${address}/reset`],
    ['Let a day pass', `curl ${authorization} \\\n  --request PUT --json '{"advance":"P1D"}' \\\n  ${address}/clock`],
  ] as const;
  return (
    <noscript>
      <div className={styles.words}>
        <p>
          This page shows what your sandbox holds, and resets, saves and restores it. Here that needs JavaScript; from a
          terminal the same is done with these commands, with your key in <code>KEY</code>.
        </p>
        {commands.map(([title, command]) => (
          <div key={title}>
            <p className={styles.title}>{title}</p>
            <pre>{command}</pre>
          </div>
        ))}
        {guide ? (
          <p>
            <Link to={guide}>All of it is in the guide.</Link>
          </p>
        ) : null}
      </div>
    </noscript>
  );
}
