import { type FormEvent, useId, useState } from 'react';
import type { CohortCalls, Outcome } from '../../../portal-client';
import { Button } from '../../../ui';
import { counted } from '../cohort-words';
import { DeedWords } from '../DeedWords.view';
import { FieldRow } from '../FieldRow.view';
import { PlainText } from '../PlainText.view';
import { useDeed } from '../use-deed';
import styles from '../Cohorts.module.css';

type Wanted = Parameters<CohortCalls['announce']>[1];

export interface AnnounceFormProps {
  /** So many people get it. */
  readonly reach: number;
  readonly onSend: (wanted: Wanted) => Promise<Outcome<unknown>>;
  readonly onSent: () => Promise<void>;
}

/** Sent again after an error it is the same draft: nobody gets it twice. Changed words are another one. */
const newDraft = (): Wanted => ({ draft: crypto.randomUUID(), subject: '', text: '' });

/** Plain text, looked at before it is sent. */
export function AnnounceForm({ reach, onSend, onSent }: AnnounceFormProps) {
  const id = useId();
  const [wanted, setWanted] = useState(newDraft);
  const [isPreview, setPreview] = useState(false);
  const deed = useDeed();
  const put = (change: Partial<Wanted>): void =>
    setWanted((before) => ({ ...before, ...change, draft: crypto.randomUUID() }));
  const people = counted(reach, 'person', 'people');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPreview(true);
  };
  const send = async (): Promise<void> => {
    if ((await deed.run('send', () => onSend(wanted), `On its way to ${people}.`)) === null) return;
    setWanted(newDraft());
    setPreview(false);
    await onSent();
  };
  if (isPreview) {
    return (
      <div className={styles.preview} role="group" aria-label="Preview">
        <h3>{wanted.subject}</h3>
        <PlainText text={wanted.text} />
        <p className={styles.buttons}>
          <Button variant="primary" autoFocus busy={deed.doing !== null} onClick={() => void send()}>
            Send to {people}
          </Button>
          <Button variant="quiet" onClick={() => setPreview(false)}>
            Go on writing
          </Button>
        </p>
        <DeedWords deed={deed} />
      </div>
    );
  }
  const isWritten = wanted.subject.trim() !== '' && wanted.text.trim() !== '';
  return (
    <form className={styles.form} aria-label="Announce" onSubmit={submit}>
      <FieldRow id={`${id}-subject`} name="subject" label="Subject">
        {(field) => (
          <input
            {...field}
            maxLength={120}
            value={wanted.subject}
            onChange={({ target }) => put({ subject: target.value })}
          />
        )}
      </FieldRow>
      <FieldRow id={`${id}-text`} name="text" label="Text">
        {(field) => (
          <textarea
            {...field}
            rows={6}
            maxLength={5000}
            value={wanted.text}
            onChange={({ target }) => put({ text: target.value })}
          />
        )}
      </FieldRow>
      <p className={styles.quiet}>
        Plain text; addresses that begin with https:// become links. {people} would get it.
      </p>
      <p className={styles.buttons}>
        <Button type="submit" disabled={!isWritten}>
          Look at it
        </Button>
      </p>
      <DeedWords deed={deed} />
    </form>
  );
}
