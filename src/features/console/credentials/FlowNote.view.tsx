import Link from '@docusaurus/Link';
import type { TokenFlow } from './use-token-flow';
import styles from './CredentialsPanel.module.css';

/** What a person has to do while a token is asked for, or why there is none. */
export function FlowNote({ flow }: { readonly flow: TokenFlow }) {
  if (flow.kind === 'failed') {
    return (
      <p role="alert" className={styles.failed}>
        {flow.sentence}
      </p>
    );
  }
  if (flow.kind === 'idle' || flow.step === null) return null;
  const { step } = flow;
  if (step.kind === 'type-code') {
    return (
      <p role="status" className={styles.text}>
        Open{' '}
        <Link href={outside(step.address)} target="_blank" rel="noopener">
          the device page
        </Link>{' '}
        and check that it shows <code className={styles.code}>{step.code}</code>. This page waits.
      </p>
    );
  }
  return (
    <p role="status" className={styles.text}>
      {step.isOpen ? 'Answer in the window that has opened. Not there? ' : 'The browser did not open a window. '}
      <Link href={outside(step.address)} target="_blank" rel="noopener">
        Open it here
      </Link>
      .
    </p>
  );
}

/** The service's own page, which is none of the site's routes. */
function outside(address: string): string {
  return address.startsWith('/') ? `pathname://${address}` : address;
}
