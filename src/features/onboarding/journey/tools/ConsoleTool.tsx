import { useEffect, useState } from 'react';
import type { OperationPage } from '../../../../../contract/reference-page';
import { Button, Skeleton } from '../../../../ui';
import { TryIt } from '../../../console/embed';
import { loadOperation } from '../../load-operation';
import { operationAddress } from '../../operation-address';
import styles from '../Journey.module.css';

export interface ConsoleToolProps {
  /** `cardea/v2/createCredentialOffer` */
  readonly operation: string;
  readonly journey: string;
  /** The step's number: what is typed here is kept apart from other consoles. */
  readonly place: number;
}

/** The console of a step's operation, as guides embed it. */
export function ConsoleTool({ operation, journey, place }: ConsoleToolProps) {
  const [page, setPage] = useState<OperationPage | 'failed' | null>(null);
  useEffect(() => {
    let hasLeft = false;
    if (page === null) void loadOperation(operation).then((found) => hasLeft || setPage(found ?? 'failed'));
    return () => void (hasLeft = true);
  }, [operation, page]);
  if (page === null) return <Skeleton lines={8} height="20px" />;
  if (page === 'failed') {
    return (
      <p className={styles.quiet}>
        The console could not be loaded. <Button onClick={() => setPage(null)}>Try again</Button>
      </p>
    );
  }
  const { href } = operationAddress(operation);
  return (
    <TryIt data={{ page, href, guide: `journey/${journey}`, place, given: { parameters: {} }, needs: [], saves: [] }} />
  );
}
