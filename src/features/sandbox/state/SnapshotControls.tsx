import { type FormEvent, useState } from 'react';
import type { Sandbox } from '../../../portal-client';
import { Button } from '../../../ui';
import { Block } from './Block.view';
import { Confirmed } from './Confirmed';
import styles from './State.module.css';
import { counted, timed } from './state-words';
import type { Doing } from './state-flow';
import type { useSandboxState } from './use-sandbox-state';

export interface SnapshotControlsProps {
  readonly sandbox: Sandbox;
  readonly doing: Doing | null;
  readonly state: Pick<ReturnType<typeof useSandboxState>, 'take' | 'restore' | 'remove'>;
}

/** Keeps the sandbox as it is, and brings it back. */
export function SnapshotControls({ sandbox, doing, state }: SnapshotControlsProps) {
  const [name, setName] = useState('');
  const { snapshots, limits } = sandbox;
  const taken = snapshots.filter(({ reason }) => reason === 'taken').length;

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (doing !== null) return;
    if (await state.take(name.trim() === '' ? `Snapshot ${taken + 1}` : name.trim())) setName('');
  }

  return (
    <Block title="Snapshots" text="Keep the state and the clock as they are, and come back to them.">
      <form className={styles.row} onSubmit={(event) => void take(event)}>
        <label className={styles.field}>
          <span>Name</span>
          <input
            type="text"
            maxLength={120}
            placeholder={`Snapshot ${taken + 1}`}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <Button type="submit" busy={doing === 'take'} disabled={doing !== null && doing !== 'take'}>
          Take a snapshot
        </Button>
        <span className={styles.hint}>
          {taken} of {limits.snapshots}
        </span>
      </form>
      {snapshots.length === 0 ? (
        <p className={styles.none}>None yet. One is taken by itself before a reset, a restore or a replacement.</p>
      ) : (
        <ul className={styles.snapshots} aria-label="Snapshots">
          {snapshots.map((snapshot) => (
            <li key={snapshot.id}>
              <span className={styles.snapshot}>
                <span className={styles.name}>{snapshot.name}</span>
                <span className={styles.hint}>
                  {timed(snapshot.taken_at)}, {counted(snapshot.items, 'item')}
                  {snapshot.reason === 'taken' ? '' : ', taken by itself'}
                </span>
              </span>
              <Button
                size="small"
                aria-label={`Restore ${snapshot.name}`}
                busy={doing === `restore ${snapshot.id}`}
                disabled={doing !== null && doing !== `restore ${snapshot.id}`}
                onClick={() => void state.restore(snapshot.id, snapshot.name)}
              >
                Restore
              </Button>
              <Confirmed
                quiet
                label={
                  <>
                    Delete<span className="pt-unseen"> {snapshot.name}</span>
                  </>
                }
                question="It cannot be brought back."
                verb="Delete"
                busy={doing === `remove ${snapshot.id}`}
                disabled={doing !== null && doing !== `remove ${snapshot.id}`}
                onConfirm={() => void state.remove(snapshot.id, snapshot.name)}
              />
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
