import { useMemo, useState } from 'react';
import Plus from 'lucide-react/icons/plus';
import { createKeysClient, type KeyEntry, type PortalProblem } from '../../portal-client';
import type { Membership } from '../../portal-client/session';
import { Button, Skeleton } from '../../ui';
import { CreateKey } from './CreateKey';
import { isOpen } from './key-words';
import { KeyDialog } from './KeyDialog';
import styles from './Keys.module.css';
import { KeyTable } from './KeyTable.view';
import { ProblemWords } from './ProblemWords.view';
import { RollKey } from './RollKey';
import { ShownKeyView } from './ShownKey.view';
import { useKeys } from './use-keys';
import { useNow } from './use-now';

export interface KeysBoardProps {
  readonly serviceUrl: string;
  readonly organization: Membership;
}

type Doing = { readonly kind: 'create' } | { readonly kind: 'roll'; readonly entry: KeyEntry } | null;

/** The keys of one organization, and what its people do with them. */
export function KeysBoard({ serviceUrl, organization }: KeysBoardProps) {
  const client = useMemo(() => createKeysClient(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const { state, shown, hide, reload, create, roll, revoke } = useKeys(client);
  const [doing, setDoing] = useState<Doing>(null);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const now = useNow(1000);
  const canChange = organization.role !== 'viewer';

  if (state.kind === 'loading') {
    return (
      <div role="status" className={styles.waiting}>
        <span className="pt-unseen">Loading the keys</span>
        <Skeleton lines={4} height="44px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div className={styles.failed}>
        <ProblemWords problem={state.problem} />
        <Button size="small" onClick={() => void reload()}>
          Try again
        </Button>
      </div>
    );
  }
  const { list } = state;
  const [open, ended] = [list.data.filter((key) => isOpen(key, now)), list.data.filter((key) => !isOpen(key, now))];
  const close = (): void => {
    setDoing(null);
    hide();
  };
  const row = {
    ...{ now, canChange },
    onRoll: (entry: KeyEntry) => setDoing({ kind: 'roll', entry }),
    onRevoke: async (entry: KeyEntry) => setProblem(await revoke(entry.id)),
  };
  const title = shown
    ? `Your new key “${shown.entry.label}”`
    : doing?.kind === 'roll'
      ? `Roll “${doing.entry.label}”`
      : 'Make a key';
  return (
    <div className={styles.board}>
      <div className={styles.bar}>
        <p>
          {canChange
            ? `Whoever has a key of ${organization.name} can do what it may: give each program its own.`
            : `You look on as a viewer: owners and developers of ${organization.name} make keys.`}
        </p>
        {canChange ? (
          <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setDoing({ kind: 'create' })}>
            Make a key
          </Button>
        ) : null}
      </div>
      <ProblemWords problem={problem} />
      {open.length > 0 ? (
        <KeyTable caption="Keys" entries={open} {...row} />
      ) : (
        <p className={styles.empty}>
          No keys yet. The consoles on these pages need none: they use a short-lived one of your organization.
        </p>
      )}
      {ended.length > 0 ? (
        <details className={styles.ended}>
          <summary>Keys that ended ({ended.length})</summary>
          <KeyTable caption="Keys that ended" entries={ended} {...row} />
        </details>
      ) : null}
      {doing !== null ? (
        <KeyDialog title={title} isEasilyClosed={shown === null} onClose={close}>
          {shown ? <ShownKeyView shown={shown} onDone={close} /> : null}
          {!shown && doing.kind === 'create' ? <CreateKey list={list} onCreate={create} /> : null}
          {!shown && doing.kind === 'roll' ? (
            <RollKey entry={doing.entry} onRoll={(seconds) => roll(doing.entry.id, seconds)} />
          ) : null}
        </KeyDialog>
      ) : null}
    </div>
  );
}
