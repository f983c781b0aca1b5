import type { JsonFault } from '../json/scan-json';
import { Button } from '../../../ui';
import styles from './BodyForm.module.css';

export interface FaultNoteProps {
  readonly fault: JsonFault;
  readonly onMend: () => void;
}

/** Why there are no fields, and the way back to them. Nothing of the text is lost meanwhile. */
export function FaultNote({ fault, onMend }: FaultNoteProps) {
  return (
    <div className={styles.fault} role="alert">
      <p>
        The text is not valid JSON, so it cannot be shown in fields. Line {fault.line}, column {fault.column}: expected{' '}
        {fault.expected}. It is kept as you wrote it; mend that place, and the fields come back.
      </p>
      <Button size="small" onClick={onMend}>
        Show line {fault.line}
      </Button>
    </div>
  );
}
