import type { EmbeddedOperation } from '../../../contract/embedded-operation';
import { EmbeddedHead } from './EmbeddedHead.view';
import { OperationSample } from './OperationSample';
import styles from './EmbeddedSample.module.css';

/** `<Sample operation="cardea/v2/listEvents" />` in a guide: the request as a program, in the reader's language. */
export function EmbeddedSample({ data }: { readonly data: EmbeddedOperation }) {
  return (
    <div className="pt-widget">
      <EmbeddedHead page={data.page} href={data.href} />
      <div className={styles.frame}>
        <OperationSample page={data.page} given={data.given} />
      </div>
    </div>
  );
}
