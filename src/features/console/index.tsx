import { useState, type ComponentType } from 'react';
import Play from 'lucide-react/icons/play';
import type { OperationPage } from '../../../contract/reference-page';
import { Button, Skeleton } from '../../ui';
import styles from './Console.module.css';

export { sampleCurl } from './sample-curl';

type Panel = ComponentType<{ readonly page: OperationPage }>;

type Opening =
  | { readonly kind: 'shut' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly Panel: Panel }
  | { readonly kind: 'failed' };

let loading: Promise<Panel> | null = null;

/** Asks for the console's code once; again after a failure. */
function load(): Promise<Panel> {
  loading ??= import('./ConsolePanel').then(
    (module) => module.ConsolePanel,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The console of an operation: a button that becomes it. Its code comes when somebody is about to press. */
export function Console({ page }: { readonly page: OperationPage }) {
  const [opening, setOpening] = useState<Opening>({ kind: 'shut' });
  if (page.kind === 'webhook') return null;

  const open = (): void => {
    setOpening({ kind: 'loading' });
    load().then(
      (Panel) => setOpening({ kind: 'open', Panel }),
      () => setOpening({ kind: 'failed' }),
    );
  };
  const prepare = (): void => void load().catch(() => undefined);

  return (
    <section className={styles.shell} aria-label="Try it">
      {opening.kind === 'open' ? (
        <opening.Panel page={page} />
      ) : (
        <div className={styles.closed} onPointerEnter={prepare} onFocus={prepare}>
          <Button variant="primary" icon={<Play aria-hidden="true" />} busy={opening.kind === 'loading'} onClick={open}>
            Try it
          </Button>
          <p className={styles.promise}>
            {opening.kind === 'failed'
              ? 'The console could not be loaded. Check your connection, and try again.'
              : 'Sends a real request to the sandbox. No account, nothing to paste.'}
          </p>
          {opening.kind === 'loading' && <Skeleton lines={4} />}
        </div>
      )}
      <noscript>
        <p className={styles.promise}>The console needs JavaScript. The sample request works in any terminal.</p>
      </noscript>
    </section>
  );
}
