import type { NeededValue, SavedValue } from '../../../../contract/embedded-operation';
import { asText } from './fill-names';
import type { SavedValues } from './saved-values';
import styles from './HandedOn.module.css';

export interface HandedOnProps {
  readonly needs: readonly NeededValue[];
  readonly saves: readonly SavedValue[];
  readonly saved: SavedValues;
}

/** What a step takes from those before it, and what it gives to those after it. */
export function HandedOn({ needs, saves, saved }: HandedOnProps) {
  if (needs.length === 0 && saves.length === 0) return null;
  const valueOf = (name: string) =>
    Object.hasOwn(saved, name) ? <code className={styles.value}>{asText(saved[name])}</code> : null;
  return (
    <ul className={styles.list} aria-label="Values between steps">
      {needs.map(({ name, from }) => (
        <li key={`needs ${name}`}>
          Takes <code>{name}</code> from “{from}”: {valueOf(name) ?? 'send that first.'}
        </li>
      ))}
      {saves.map(({ name, pointer }) => (
        <li key={`saves ${name}`}>
          Hands on <code>{pointer.slice(1).replaceAll('/', '.')}</code> of its answer as <code>{name}</code>
          {valueOf(name) ? <>: {valueOf(name)}</> : '.'}
        </li>
      ))}
    </ul>
  );
}
