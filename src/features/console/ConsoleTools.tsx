import type { OperationPage } from '../../../contract/reference-page';
import type { CodeRequests } from './code-requests';
import type { ConsoleState } from './console-state';
import type { ConsoleControls, ConsolePorts } from './use-console';
import { ExchangeTools } from './exchange-formats/ExchangeTools';
import { HistoryTool } from './history/HistoryTool';
import { useChosenEnvironment } from './share/chosen-environment';
import { heldSecrets } from './share/held-secrets';
import { ShareTool } from './share/ShareTool';
import type { Arriving } from './share/use-arrival';
import styles from './ConsoleTools.module.css';

export interface ConsoleToolsProps {
  readonly page: OperationPage;
  readonly ports: ConsolePorts;
  readonly state: ConsoleState;
  /** Fills the form with a request from elsewhere, and says where it is from. */
  readonly take: Arriving['take'];
  readonly sendThese: ConsoleControls['sendThese'];
  /** What stands in the form as a request: masked, and with the key. */
  readonly code: CodeRequests;
  readonly origin: string;
}

/**
 * What else one can do with the request than send it, in a row of quiet buttons below the form. A tool is a component of its own folder, whose code
 * comes when it is opened.
 */
export function ConsoleTools({ page, ports, state: { values }, take, sendThese, code, origin }: ConsoleToolsProps) {
  const secrets = () => heldSecrets(page, ports);
  const environment = useChosenEnvironment(page, ports.credentials);
  const shared = { page, values, secrets, origin, ...(environment && { environment }) };
  return (
    <div role="group" aria-label="More for this request" className={styles.tools}>
      <HistoryTool {...shared} take={take} sendThese={sendThese} />
      <ShareTool {...shared} />
      <ExchangeTools page={page} ports={ports} code={code} origin={origin} take={take} />
    </div>
  );
}
