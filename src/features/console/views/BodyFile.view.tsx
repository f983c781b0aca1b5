import { useState, type DragEvent } from 'react';
import X from 'lucide-react/icons/x';
import clsx from 'clsx';
import { Button } from '../../../ui';
import type { FileField } from '../request';
import styles from './BodyFiles.module.css';

export interface BodyFileProps {
  readonly id: string;
  readonly field: FileField;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** A file, or several: chosen, or dropped here. They are kept in memory only, and it says so. */
export function BodyFile({ id, field, files, onChange }: BodyFileProps) {
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null): void => {
    const came = Array.from(list ?? []);
    if (came.length > 0) onChange(field.isList ? [...files, ...came] : came.slice(0, 1));
  };
  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') take(event.dataTransfer.files);
  };
  const what = field.isList ? 'files' : 'a file';
  return (
    <div className={clsx(styles.drop, isOver && styles.over)} onDragOver={onDrag} onDragLeave={onDrag} onDrop={onDrag}>
      <p className={styles.choose}>
        {/* Emptied each time, so that the same file can be chosen again; what was chosen stands below. */}
        <input
          id={id}
          type="file"
          multiple={field.isList}
          className={styles.input}
          value=""
          aria-describedby={files.length > 0 ? `${id}-chosen` : undefined}
          onChange={(event) => take(event.target.files)}
        />
        <span className={styles.button} aria-hidden="true">
          {files.length > 0 && field.isList ? 'Add files' : `Choose ${what}`}
        </span>
        <span className={styles.or} aria-hidden="true">
          or drop {field.isList ? 'them' : 'it'} here
        </span>
      </p>
      {files.length > 0 && (
        <div id={`${id}-chosen`} className={styles.chosen}>
          <ul>
            {files.map((file, at) => (
              <li key={`${file.name} ${at}`}>
                <span className={styles.fileName}>{file.name}</span>
                <span className={styles.size}>
                  {inBytes(file.size)}
                  {file.type !== '' && ` · ${file.type}`}
                </span>
                <Button
                  variant="quiet"
                  size="small"
                  icon={<X aria-hidden="true" />}
                  aria-label={`Remove the file ${file.name}`}
                  onClick={() => onChange(files.filter((_file, other) => other !== at))}
                />
              </li>
            ))}
          </ul>
          <p className={styles.kept}>Kept until this page is loaded again.</p>
        </div>
      )}
    </div>
  );
}

function inBytes(size: number): string {
  if (size < 1_000) return `${size} bytes`;
  return size < 1_000_000 ? `${(size / 1_000).toFixed(1)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
