import type { PortalProblem, WebhookAddress, WebhookOverview } from '../../portal-client';
import { CopyButton } from '../../ui';
import { OwnAddress } from './OwnAddress';
import styles from './Webhooks.module.css';

export interface AddressesProps {
  readonly api: WebhookOverview['apis'][number];
  readonly inbox: WebhookAddress;
  readonly address: WebhookAddress | null;
  readonly isBusy: boolean;
  readonly problem: PortalProblem | null;
  readonly onSet: (url: string) => void;
  readonly onRemove: () => void;
}

/** Where events go: the endpoints of the API, the organization's own address, and the inbox for the rest. */
export function Addresses({ api, inbox, address, isBusy, problem, onSet, onRemove }: AddressesProps) {
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>Where they go</h3>
      <ul className={styles.addresses}>
        {api.endpoints.map(({ id, url, types, enabled, goes_to_inbox: inInbox, failing_since: failing }) => (
          <li key={id}>
            <span className={styles.url}>{url}</span>
            <span className={styles.quiet}>
              {types === null ? 'every type' : types.join(', ')}
              {enabled ? '' : ', disabled'}
              {inInbox ? ', shown in the inbox: a name for examples' : ''}
              {failing === null ? '' : `, failing since ${new Date(failing).toLocaleString()}`}
            </span>
          </li>
        ))}
        <li>
          <OwnAddress
            key={address?.url ?? ''}
            address={address}
            isBusy={isBusy}
            problem={problem}
            onSet={onSet}
            onRemove={onRemove}
          />
        </li>
        <li>
          <span className={styles.url}>Built-in inbox</span>
          <span className={styles.quiet}>
            what nobody else takes, and what is for a name like <code>.example</code>; no request leaves
          </span>
          <span className={styles.secret}>
            signed with <code>{masked(inbox.secret)}</code>
            <CopyButton text={inbox.secret} label="Copy the inbox’s secret" />
          </span>
        </li>
      </ul>
      {api.endpoints_at !== null && (
        <p className={styles.quiet}>
          Register an endpoint of your own with <code>POST {api.endpoints_at}</code>. Its secret is in the answer.
        </p>
      )}
    </div>
  );
}

/** Enough to tell one from another. */
function masked(secret: string): string {
  return `${secret.slice(0, 10)}…`;
}
