import { useEffect, useRef, useState } from 'react';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../../ui';
import { pathOf, pathTextOf, pointerTo, type BodyValueProps } from './field-place';
import { useFormTools } from './form-context';
import { startJson } from './start-json';
import styles from './BodyForm.module.css';

const AT_ONCE = 40;
const any = { type: 'any' };

/** A list: its items can be added, removed and moved. */
export function ArrayFields(place: BodyValueProps) {
  const { idPrefix, edit, parts, Value } = useFormTools();
  const { view, text, node, pointer, label } = place;
  const [shown, setShown] = useState(AT_ONCE);
  const isAdded = useRef(false);
  const children = node?.kind === 'array' ? node.children : [];
  const count = children.length;
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    document.getElementById(`${idPrefix}${pointerTo(pointer, String(count - 1))}`)?.focus();
  }, [count, idPrefix, pointer]);
  const path = pathTextOf(place);
  const viewAt = (at: number): BodyValueProps['view'] => view.prefixItems?.[at] ?? view.items ?? any;
  const add = (): void => {
    const item = viewAt(count);
    isAdded.current = true;
    setShown((least) => Math.max(least, count + 1));
    void (item.more === undefined ? Promise.resolve() : parts.fetch(item.more)).then(() => {
      const json = startJson(item, parts.known);
      if (node) edit({ kind: 'add', path: pathOf(path), name: null, json });
      else edit({ kind: 'set', path: [], json: `[\n  ${json.replaceAll('\n', '\n  ')}\n]` });
    });
  };
  return (
    <div className={styles.items}>
      {children.slice(0, shown).map((child, at) => (
        <Value
          key={at}
          view={viewAt(at)}
          text={text}
          node={child.node}
          parent={path}
          at={at}
          name={null}
          pointer={pointerTo(pointer, String(at))}
          label={label === '' ? `item ${at + 1}` : `${label} ${at + 1}`}
          required={false}
          canRemove
          listLength={count}
        />
      ))}
      {count > shown && (
        <Button variant="quiet" size="small" className={styles.start} onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(AT_ONCE, count - shown)} more of {count}
        </Button>
      )}
      <Button
        variant="quiet"
        size="small"
        className={styles.start}
        icon={<Plus aria-hidden="true" />}
        aria-label={label === '' ? undefined : `Add an item to ${label}`}
        onClick={add}
      >
        Add an item
      </Button>
    </div>
  );
}
