import Link from '@docusaurus/Link';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { Button } from '../../../ui';
import styles from './Entry.module.css';
import type { EntryState, SentMail } from './entry-flow';
import { EntryPage } from './EntryPage.view';
import { ProblemWords } from './ProblemWords.view';
import { useSecondsLeft } from './use-seconds-left';

export interface CheckYourMailProps {
  readonly state: Extract<EntryState, { readonly kind: 'mailed' }>;
  readonly serviceUrl: string;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

const purposes: Readonly<Record<SentMail, string>> = {
  link: 'Its link signs you in, once, for 15 minutes.',
  confirmation: 'Its link confirms that the address is yours and signs you in. It works once, for 24 hours.',
  password: 'Where this address has an account, its link lets you choose a new password, once, for an hour.',
};

const pauseMilliseconds = 30_000;

/** A mail is on its way. This page goes on by itself when the link was opened in this browser. */
export function CheckYourMail({ state, serviceUrl, onAgain, onOther }: CheckYourMailProps) {
  const { mail, email, sentAt, isSending, problem } = state;
  const seconds = useSecondsLeft(sentAt + pauseMilliseconds);
  const isHere = useIsBrowser() && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  return (
    <EntryPage
      title="Check your mail"
      lead={
        <>
          A mail is on its way to <strong>{email}</strong>. {purposes[mail]}
        </>
      }
      takesFocus
    >
      <ul className={styles.steps}>
        <li>Open the link in this browser: this page then goes on by itself.</li>
        <li>Nothing there after a minute? Look among unwanted mail, and at the address above.</li>
        {isHere ? (
          <li>
            This portal runs on your own machine. Without a mail server its mails are in{' '}
            <Link to={serviceUrl ? `${serviceUrl}/mailbox` : 'pathname:///mailbox'}>the mailbox</Link>.
          </li>
        ) : null}
      </ul>
      <div className={styles.form}>
        <ProblemWords problem={problem} />
        <div className={styles.actions}>
          <Button disabled={seconds > 0} busy={isSending} onClick={onAgain}>
            {seconds > 0 ? `Send again in ${seconds} s` : 'Send again'}
          </Button>
          <Button variant="quiet" onClick={onOther}>
            Use another address
          </Button>
        </div>
      </div>
    </EntryPage>
  );
}
