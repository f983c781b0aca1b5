import type { FileField, FormValues } from '../request';
import { BodyFile } from './BodyFile.view';
import styles from './BodyFiles.module.css';

type Files = NonNullable<FormValues['files']>;

export interface BodyFilesProps {
  readonly idPrefix: string;
  readonly fields: readonly FileField[];
  readonly files: Files;
  readonly onChange: (files: Files) => void;
}

/** The files of a body beside its text: they are sent in the place of what is typed for them. */
export function BodyFiles({ idPrefix, fields, files, onChange }: BodyFilesProps) {
  return fields.map((field) => {
    const { name } = field;
    const id = `${idPrefix}-file-${name}`;
    return (
      <div key={name} className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          {name === '' ? 'File' : <code>{name}</code>}
        </label>
        <BodyFile
          id={id}
          field={field}
          files={files[name] ?? []}
          onChange={(list) => onChange({ ...files, [name]: list })}
        />
      </div>
    );
  });
}
