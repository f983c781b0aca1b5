import { Button } from '../../../ui';
import type { FileField, FormValues } from '../request';
import styles from './BodyFiles.module.css';

type Files = NonNullable<FormValues['files']>;

export interface BodyFilesProps {
  readonly idPrefix: string;
  readonly fields: readonly FileField[];
  readonly files: Files;
  readonly onChange: (files: Files) => void;
}

/** The files of a body: they are sent in the place of what is typed for them, and are kept in memory only. */
export function BodyFiles({ idPrefix, fields, files, onChange }: BodyFilesProps) {
  return fields.map(({ name, isList }) => {
    const id = `${idPrefix}-file-${name}`;
    const chosen = files[name] ?? [];
    return (
      <div key={name} className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          {name === '' ? 'File' : <code>{name}</code>}
        </label>
        {/* Chosen ones stay after a change of the operation, which a browser's own field cannot show. */}
        <input
          key={chosen.length === 0 ? 'none' : 'some'}
          id={id}
          type="file"
          multiple={isList}
          className={styles.input}
          onChange={(event) => onChange({ ...files, [name]: Array.from(event.target.files ?? []) })}
        />
        {chosen.length > 0 && (
          <p className={styles.chosen}>
            {chosen.map((file) => `${file.name}, ${inBytes(file.size)}`).join('; ')}
            <Button
              variant="quiet"
              size="small"
              aria-label={`Remove the file${name === '' ? '' : ` of ${name}`}`}
              onClick={() => onChange({ ...files, [name]: [] })}
            >
              Remove
            </Button>
          </p>
        )}
      </div>
    );
  });
}

function inBytes(size: number): string {
  if (size < 1_000) return `${size} bytes`;
  return size < 1_000_000 ? `${(size / 1_000).toFixed(1)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
