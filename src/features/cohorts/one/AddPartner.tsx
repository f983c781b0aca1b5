import { type FormEvent, useId, useState } from 'react';
import type { CohortCalls } from '../../../portal-client';
import { Button } from '../../../ui';
import { DeedWords } from '../DeedWords.view';
import { useDeed } from '../use-deed';
import styles from '../Cohorts.module.css';

export interface AddPartnerProps {
  readonly calls: Pick<CohortCalls, 'candidates' | 'add'>;
  readonly id: string;
  readonly onAdded: () => void;
}

/** Puts an organization that is here already into the cohort. */
export function AddPartner({ calls, id, onAdded }: AddPartnerProps) {
  const field = useId();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly { id: string; name: string }[] | null>(null);
  const deed = useDeed();
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFound(await deed.run('search', () => calls.candidates(id, words.trim()), ''));
  };
  const add = async (organization: string): Promise<void> => {
    if (await deed.run(organization, () => calls.add(id, organization), '')) onAdded();
  };
  return (
    <form role="search" aria-label="Add a partner" className={styles.adding} onSubmit={(event) => void search(event)}>
      <label htmlFor={field}>Add one that is here already</label>
      <span className={styles.line}>
        <input
          id={field}
          type="search"
          className={styles.field}
          placeholder="A part of the name"
          maxLength={100}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit" busy={deed.doing === 'search'}>
          Find
        </Button>
      </span>
      <DeedWords deed={deed} />
      {found === null ? null : (
        <ul className={styles.found} aria-label="Found organizations">
          {found.length === 0 ? <li className={styles.quiet}>No other organization is called so.</li> : null}
          {found.map((one) => (
            <li key={one.id}>
              <span>{one.name}</span>
              <Button size="small" busy={deed.doing === one.id} onClick={() => void add(one.id)}>
                Add<span className="pt-unseen"> {one.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
