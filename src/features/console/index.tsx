import type { ReactNode } from 'react';
import Play from 'lucide-react/icons/play';
import type { OperationPage } from '../../../contract/reference-page';
import { Button } from '../../ui';
import { operationKey } from './memory';
import { PhoneSheet } from './PhoneSheet';
import { useOpenOnArrival } from './share/use-open-on-arrival';
import { useOpening, type Panel } from './use-opening';
import styles from './Console.module.css';

export interface ConsoleProps {
  readonly page: OperationPage;
  /** What is read in the console's place until it is opened: the sample request. */
  readonly children?: ReactNode;
  /** What the section is called. Default: `Try it`. */
  readonly label?: string;
  /** Fetches another form than that of the operation's own page. */
  readonly load?: () => Promise<Panel>;
}

/**
 * The console of an operation: a button that becomes it, on a phone in a sheet over the page. Its code comes when somebody
 * is about to press.
 */
export function Console(props: ConsoleProps) {
  // Another operation is read first, too.
  return props.page.kind === 'webhook' ? null : <Surface key={operationKey(props.page)} {...props} />;
}

function Surface({ page, children, label = 'Try it', load }: ConsoleProps) {
  const { opening, prepare, open, putAway } = useOpening(load);
  useOpenOnArrival(load === undefined, () => {
    if (opening.kind !== 'open' && opening.kind !== 'loading') open();
  });
  const isInPlace = opening.kind === 'open' && opening.place === 'page';
  const hasPanel = opening.kind === 'open' || opening.kind === 'put-away';
  return (
    <section className={styles.shell} aria-label={label}>
      {!isInPlace && (
        <>
          {children}
          <div className={styles.closed} onPointerEnter={prepare} onFocus={prepare}>
            <Button
              variant="primary"
              icon={<Play aria-hidden="true" />}
              busy={opening.kind === 'loading'}
              onClick={open}
            >
              Try it
            </Button>
            <p className={styles.promise}>
              {opening.kind === 'failed'
                ? 'The console could not be loaded. Check your connection, and try again.'
                : 'Sends a real request to the sandbox. No account, nothing to paste.'}
            </p>
          </div>
        </>
      )}
      {isInPlace && (
        <div className={styles.panel}>
          <opening.Panel page={page} />
        </div>
      )}
      {hasPanel && !isInPlace && (
        <PhoneSheet title={page.title} isOpen={opening.kind === 'open'} onClose={putAway}>
          <opening.Panel page={page} />
        </PhoneSheet>
      )}
      <noscript>
        <p className={styles.without}>The console needs JavaScript. The sample request works in any terminal.</p>
      </noscript>
    </section>
  );
}
