import type { OperationPage } from '../../../../../contract/reference-page';
import { MethodBadge } from '../../../../ui';
import { alternativeWords } from '../../credentials/scheme-words';
import { splitUrl } from '../match/split-url';
import type { ImportRow, ImportTarget } from './use-import';
import styles from './Import.module.css';

export interface ImportOutcomeProps {
  readonly rows: readonly ImportRow[];
  readonly chosen: number;
  readonly page: OperationPage;
  readonly target: ImportTarget;
  readonly isTaken: boolean;
  /** Whether credentials of this API are kept on the device, because somebody ticked that. */
  readonly isRemembered: boolean;
  /** Null where nothing can hold a credential. */
  readonly onTake: ((isTaken: boolean) => void) | null;
}

/** What the form will hold, what is left out and why, and the credential that came along. */
export function ImportOutcome({ rows, chosen, page, target, isTaken, isRemembered, onTake }: ImportOutcomeProps) {
  const [only] = rows;
  if (rows.length === 1 && only?.match.kind === 'none') {
    return (
      <p className={styles.problem}>
        <strong>This request is not one of this API.</strong> {only.match.why}
      </p>
    );
  }
  if (target.kind === 'loading') return <p>Looking at the operation…</p>;
  if (target.kind === 'failed') {
    return (
      <p className={styles.problem}>
        <strong>The page of this operation could not be loaded.</strong> Check your connection, and choose it again.
      </p>
    );
  }
  const row = rows[chosen];
  if (target.kind === 'none' || !row) return null;
  const { filled } = target;
  const count = Object.values(filled.values.parameters).filter((text) => text !== '').length;
  const parts = [
    count > 0 ? `${count} ${count === 1 ? 'parameter' : 'parameters'}` : '',
    filled.values.body === '' ? '' : 'the body',
  ].filter((part) => part !== '');
  const { offer, useless } = filled.credentials;
  const { host } = splitUrl(row.request.url);
  return (
    <div className={styles.outcome}>
      <p className={styles.operation}>
        <MethodBadge method={target.page.method} />
        <strong>{target.page.title}</strong>
        {target.page.slug !== page.slug && <span>another operation of this API</span>}
      </p>
      <p>
        {parts.length > 0 ? `Fills in ${parts.join(' and ')}.` : 'It has no parameters and no body.'}{' '}
        {isOther(host) && `It goes through this portal, not to ${host}.`}
      </p>
      {filled.notes.length > 0 && (
        <ul className={styles.notes}>
          {filled.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {offer && onTake && (
        <label className={styles.credential}>
          <input type="checkbox" checked={isTaken} onChange={({ target: box }) => onTake(box.checked)} />
          <span>
            Take its credential along: {alternativeWords(offer.alternative)}
            <span>
              It is never put into the form. Requests to the portal’s gateway carry it{' '}
              {isRemembered ? 'and this device keeps it, as you chose for this API' : 'until you leave the page'}.
            </span>
          </span>
        </label>
      )}
      {useless.length > 0 && (
        <p className={styles.soft}>
          {useless.join(' and ')} came along: it is no credential of this operation, and left out.
        </p>
      )}
    </div>
  );
}

function isOther(host: string): boolean {
  return host !== '' && !host.includes('{{') && host !== globalThis.location.host;
}
