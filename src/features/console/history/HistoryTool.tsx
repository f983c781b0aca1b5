import { useId } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import HistoryIcon from 'lucide-react/icons/history';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import type { Environment } from '../environments/environment-store';
import type { FormValues } from '../request';
import type { Arriving } from '../share/use-arrival';
import { useOnDemand } from '../use-on-demand';
import styles from './HistoryTool.module.css';

export interface HistoryToolProps {
  readonly page: OperationPage;
  readonly values: FormValues;
  /** What is secret at the moment: none of it is kept. */
  readonly secrets: () => readonly string[];
  /** None where there is no choice. */
  readonly environment?: Environment;
  readonly take: Arriving['take'];
  /** Fills the form and sends. */
  readonly sendThese: (values: FormValues) => void;
  readonly origin: string;
}

const loadDrawer = async () => (await import('./HistoryDrawer')).HistoryDrawer;
const loadSaving = async () => (await import('./SavePanel')).SavePanel;

/** Two buttons: what was sent before, and to save what stands in the form under a name. */
export function HistoryTool(props: HistoryToolProps) {
  const savingId = useId();
  const drawer = useOnDemand(loadDrawer);
  const saving = useOnDemand(loadSaving);
  const isBroken = drawer.state.kind === 'failed' || saving.state.kind === 'failed';
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<HistoryIcon aria-hidden="true" />}
        busy={drawer.state.kind === 'loading'}
        aria-haspopup="dialog"
        onClick={drawer.open}
      >
        History
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon={<Bookmark aria-hidden="true" />}
        busy={saving.state.kind === 'loading'}
        aria-expanded={saving.isOpen}
        aria-controls={savingId}
        onClick={saving.toggle}
      >
        Save
      </Button>
      <div id={savingId} hidden={saving.state.kind !== 'open'} className={styles.panel}>
        {saving.state.kind === 'open' && <saving.state.loaded {...props} onDone={saving.shut} />}
      </div>
      {drawer.state.kind === 'open' && <drawer.state.loaded {...props} onClose={drawer.shut} />}
      {isBroken && (
        <p role="alert" className={styles.panel}>
          This could not be loaded. Check your connection, and press again.
        </p>
      )}
    </>
  );
}
