import Download from 'lucide-react/icons/download';
import Upload from 'lucide-react/icons/upload';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import type { CodeRequests } from '../code-requests';
import type { Arriving } from '../share/use-arrival';
import type { ConsolePorts } from '../use-console';
import { useOnDemand } from '../use-on-demand';
import styles from './ExchangeTools.module.css';

export interface ExchangeToolsProps {
  readonly page: OperationPage;
  readonly ports: ConsolePorts;
  readonly code: CodeRequests;
  readonly origin: string;
  readonly take: Arriving['take'];
}

const loadImport = async () => (await import('./import/ImportDialog')).ImportDialog;
const loadExport = async () => (await import('./export/ExportDialog')).ExportDialog;

/** Two buttons: a request from another program into the form, and the form's request for another program. Their code comes with the press. */
export function ExchangeTools(props: ExchangeToolsProps) {
  const incoming = useOnDemand(loadImport);
  const outgoing = useOnDemand(loadExport);
  const isBroken = incoming.state.kind === 'failed' || outgoing.state.kind === 'failed';
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<Download aria-hidden="true" />}
        busy={incoming.state.kind === 'loading'}
        aria-haspopup="dialog"
        onClick={incoming.open}
      >
        Import
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon={<Upload aria-hidden="true" />}
        busy={outgoing.state.kind === 'loading'}
        aria-haspopup="dialog"
        onClick={outgoing.open}
      >
        Export
      </Button>
      {incoming.state.kind === 'open' && <incoming.state.loaded {...props} onClose={incoming.shut} />}
      {outgoing.state.kind === 'open' && <outgoing.state.loaded {...props} onClose={outgoing.shut} />}
      {isBroken && (
        <p role="alert" className={styles.broken}>
          This could not be loaded. Check your connection, and press again.
        </p>
      )}
    </>
  );
}
