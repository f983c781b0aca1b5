import { type ChangeEvent, useId, useRef, useState } from 'react';
import Link from '@docusaurus/Link';
import type { CohortCalls, CohortInvitationReport } from '../../../portal-client';
import { Button } from '../../../ui';
import { counted } from '../cohort-words';
import { DeedWords } from '../DeedWords.view';
import { useDeed } from '../use-deed';
import { Report } from './Report.view';
import styles from '../Cohorts.module.css';

export interface InviteFileProps {
  readonly calls: Pick<CohortCalls, 'invite'>;
  readonly id: string;
  readonly onInvited: () => void;
}

const mostKilobytes = 256;

interface Looked {
  readonly file: File;
  readonly report: CohortInvitationReport;
}

/** A file is looked at when it is chosen, and sent by a press. */
export function InviteFile({ calls, id, onInvited }: InviteFileProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const deed = useDeed();

  const look = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    setLooked(null);
    setTooLarge(null);
    if (file === undefined) return;
    if (file.size > mostKilobytes * 1024) {
      const words = `${file.name} has ${Math.ceil(file.size / 1024)} KB, and at most ${mostKilobytes} KB are taken. Split it into several files.`;
      return setTooLarge(words);
    }
    const report = await deed.run('look', () => calls.invite(id, file, true), '');
    if (report !== null) setLooked({ file, report });
  };
  const send = async ({ file }: Looked): Promise<void> => {
    const report = await deed.run('send', () => calls.invite(id, file, false), '');
    if (report === null) return;
    setLooked({ file, report });
    if (input.current !== null) input.current.value = '';
    onInvited();
  };
  return (
    <div className={styles.file}>
      <label htmlFor={field}>The file</label>
      <input
        ref={input}
        id={field}
        type="file"
        accept=".csv,text/csv"
        className={styles.chooser}
        aria-describedby={`${field}-words`}
        onChange={(event) => void look(event)}
      />
      <p id={`${field}-words`} className={styles.quiet}>
        The first line names the columns: <code>email</code>, <code>organization</code> and, if you like,{' '}
        <code>name</code>, in any order. <Link to="/docs/portal/cohorts#the-file">What else may be in it</Link>
      </p>
      {deed.doing === 'look' ? (
        <p role="status" className={styles.quiet}>
          Looking at the file…
        </p>
      ) : null}
      <DeedWords deed={deed} />
      {tooLarge === null ? null : (
        <p role="alert" className={styles.problem}>
          {tooLarge}
        </p>
      )}
      {looked === null ? null : <Report report={looked.report} name={looked.file.name} />}
      {looked?.report.preview === true && looked.report.invited > 0 ? (
        <p className={styles.buttons}>
          <Button variant="primary" busy={deed.doing === 'send'} onClick={() => void send(looked)}>
            Send {counted(looked.report.invited, 'invitation')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
