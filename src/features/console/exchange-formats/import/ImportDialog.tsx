import { useId, useState } from 'react';
import { useHistory } from '@docusaurus/router';
import { Button, Dialog } from '../../../../ui';
import { placeOf } from '../../credentials/request-credentials';
import { alternativeId } from '../../credentials/credential';
import { operationKey } from '../../memory';
import { announceArrival } from '../../share/arrivals';
import type { ExchangeToolsProps } from '../ExchangeTools';
import { ImportChoice } from './ImportChoice.view';
import { ImportOutcome } from './ImportOutcome.view';
import { ImportSource } from './ImportSource';
import { useImport } from './use-import';
import { useSource } from './use-source';
import styles from './Import.module.css';

export interface ImportDialogProps extends ExchangeToolsProps {
  readonly onClose: () => void;
}

/** A text of another program, read as one types: what of it is this API's, and what the form will hold. Nothing is sent and nothing is kept. */
export function ImportDialog({ page, ports, take, onClose }: ImportDialogProps) {
  const outcomeId = useId();
  const history = useHistory();
  const source = useSource();
  const { reading, rows, chosen, choose, target } = useImport(page, source.text, ports.fetch);
  const [isTaken, setTaken] = useState(false);
  const [isOver, setOver] = useState(false);
  const isElsewhere = target.kind === 'ready' && target.page.slug !== page.slug;
  const held = ports.credentials;
  const trouble = source.problem ?? (reading?.kind === 'problem' ? reading : null);

  const hold = (): void => {
    if (target.kind !== 'ready' || !isTaken || !target.filled.credentials.offer || !ports.credentials) return;
    const { store, environments } = ports.credentials;
    const place = placeOf(target.page, environments);
    const { alternative, held: found } = target.filled.credentials.offer;
    for (const [scheme, credential] of found) store.hold(place, scheme, credential);
    store.choose(place, alternativeId(alternative));
  };

  const fill = (): void => {
    if (target.kind !== 'ready') return;
    hold();
    const { values, notes } = target.filled;
    const arrival = { kind: 'values', source: 'import', values, notes } as const;
    if (isElsewhere) {
      ports.memory.drafts.set(operationKey(target.page), values);
      announceArrival(operationKey(target.page), arrival);
      history.push(`/reference/${page.api}/${page.version}/${target.page.slug}#try`);
    } else take(arrival);
    onClose();
  };

  return (
    <Dialog
      title="Import a request"
      onClose={onClose}
      isTarget={isOver}
      onDrag={setOver}
      onDropped={source.drop}
      foot={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabled={target.kind !== 'ready'}
            aria-describedby={target.kind === 'ready' ? outcomeId : undefined}
            onClick={fill}
          >
            {isElsewhere ? `Go to “${target.page.title}” and fill it in` : 'Fill the form'}
          </Button>
        </>
      }
    >
      <ImportSource source={source} isInvalid={trouble !== null} isShort={rows.length > 1} />
      <div role="alert">
        {trouble && (
          <p className={styles.problem}>
            <strong>{trouble.sentence}</strong> {trouble.remedy}
          </p>
        )}
      </div>
      {rows.length > 1 && (
        <ImportChoice rows={rows} chosen={chosen} page={page} onChoose={(index) => (setTaken(false), choose(index))} />
      )}
      <div id={outcomeId} role="status">
        <ImportOutcome
          rows={rows}
          chosen={chosen}
          page={page}
          target={target}
          isTaken={isTaken}
          isRemembered={held?.store.read(placeOf(page, held.environments)).isRemembered ?? false}
          onTake={ports.credentials ? setTaken : null}
        />
      </div>
    </Dialog>
  );
}
