import type { SchemaView } from '../../../../contract/reference-page';
import styles from './SchemaTree.module.css';

export function Flags({ schema, isRequired }: { readonly schema: SchemaView; readonly isRequired: boolean }) {
  return (
    <>
      {isRequired ? <span className={styles.required}>required</span> : null}
      {schema.deprecated ? <span className={styles.deprecated}>deprecated</span> : null}
      {schema.readOnly ? <span className={styles.flag}>read only</span> : null}
      {schema.writeOnly ? <span className={styles.flag}>write only</span> : null}
    </>
  );
}
