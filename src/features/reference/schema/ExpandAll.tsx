import { useRef, useState } from 'react';
import styles from './SchemaTree.module.css';

/** What is opened at a time: more than anybody reads, and less than a browser minds. */
const MOST_FOLDS = 200;

type State = 'folded' | 'busy' | 'open' | 'cut';
const LABELS: Readonly<Record<State, string>> = {
  folded: 'Expand all',
  busy: 'Expanding',
  open: 'Collapse all',
  cut: 'Expand more',
};

/** Opens and closes all folds of the schema that it stands in. */
export function ExpandAll({ name }: { readonly name: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<State>('folded');
  const press = async () => {
    const root = button.current?.parentElement;
    if (!root || state === 'busy') return;
    const { expandFolds, collapseFolds } = await import('./expand-folds');
    if (state === 'open') {
      collapseFolds(root);
      setState('folded');
      return;
    }
    setState('busy');
    const { isCut } = await expandFolds(root, MOST_FOLDS);
    setState(isCut ? 'cut' : 'open');
  };
  return (
    <>
      <button ref={button} type="button" className={styles.expand} onClick={() => void press()}>
        {LABELS[state]}
        <span className="pt-unseen"> {name}</span>
      </button>
      {state === 'cut' ? (
        <p role="status" className={styles.cut}>
          {MOST_FOLDS} parts were opened, and there are more.
        </p>
      ) : null}
    </>
  );
}
