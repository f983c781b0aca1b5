import { useId } from 'react';
import LinkIcon from 'lucide-react/icons/link';
import type { OperationPage } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import type { Environment } from '../environments/environment-store';
import type { FormValues } from '../request';
import { useOnDemand } from '../use-on-demand';
import styles from './ShareTool.module.css';

export interface ShareToolProps {
  readonly page: OperationPage;
  readonly values: FormValues;
  /** What is secret at the moment. */
  readonly secrets: () => readonly string[];
  /** None where there is no choice. */
  readonly environment?: Environment;
  readonly origin: string;
}

const loadPanel = async () => (await import('./SharePanel')).SharePanel;

/** A button that opens the link to what stands in the form. */
export function ShareTool(props: ShareToolProps) {
  const panelId = useId();
  const { state, isOpen, toggle } = useOnDemand(loadPanel);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<LinkIcon aria-hidden="true" />}
        busy={state.kind === 'loading'}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={toggle}
      >
        Share
      </Button>
      <div id={panelId} hidden={state.kind !== 'open' && state.kind !== 'failed'} className={styles.panel}>
        {state.kind === 'open' && <state.loaded {...props} />}
        {state.kind === 'failed' && 'This could not be loaded. Check your connection, and press Share again.'}
      </div>
    </>
  );
}
