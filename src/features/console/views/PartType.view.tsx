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
  /** Sends a file in the place of what is typed. */
  readonly onFile?: (file: File) => void;
}

/** The media type of a part: the usual one in grey, another where one is typed, those of the contract offered. */
export function PartType({ name, media, type, onChange, onFile }: PartTypeProps) {
  const listId = useId();
  const offered = declaredPartTypes(media, name);
  return (
    <div className={styles.type}>
      <span aria-hidden="true">sent as</span>
      <input
        aria-label={`sent as, the type of ${name}`}
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
      {onFile && (
        <label className={styles.instead}>
          <input
            type="file"
            className={styles.input}
            aria-label={`A file for ${name}`}
            onChange={({ target }) => target.files?.[0] && onFile(target.files[0])}
          />
          <span>or a file</span>
        </label>
      )}
    </div>
  );
}
