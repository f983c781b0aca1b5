import { useId } from 'react';
import type { MediaTypeView } from '../../../../contract/reference-page';
import { declaredPartTypes, usualPartType } from '../request';
import styles from './BodyFiles.module.css';

export interface PartTypeProps {
  readonly name: string;
  readonly media: MediaTypeView;
  /** '' where nobody chose one. */
  readonly type: string;
  readonly onChange: (type: string) => void;
}

/** The media type of a part: the usual one in grey, another where one is typed, those of the contract offered. */
export function PartType({ name, media, type, onChange }: PartTypeProps) {
  const listId = useId();
  const offered = declaredPartTypes(media, name);
  return (
    <label className={styles.type}>
      <span>
        sent as<span className="pt-unseen">, the type of {name}</span>
      </span>
      <input
        className={styles.typeInput}
        list={offered.length > 1 ? listId : undefined}
        placeholder={usualPartType(name, media)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={type}
        onChange={(event) => onChange(event.target.value)}
      />
      {offered.length > 1 && (
        <datalist id={listId}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  );
}
