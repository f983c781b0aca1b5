import { ExpandAll } from './ExpandAll';
import { hasFolds } from './schema-words';
import { SchemaTree } from './SchemaTree.view';
import type { TreeProps } from './tree-props';
import styles from './SchemaTree.module.css';

/** A whole schema: its tree, and the button that opens all of it. */
export function SchemaRoot(tree: TreeProps) {
  return (
    <div className={styles.root}>
      {hasFolds(tree.view) ? <ExpandAll name={`of ${tree.view.name ?? tree.id}`} /> : null}
      <SchemaTree {...tree} />
    </div>
  );
}
