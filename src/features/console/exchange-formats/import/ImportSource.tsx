import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import clsx from 'clsx';
import FileText from 'lucide-react/icons/file-text';
import { Button, focusedFirst } from '../../../../ui';
import type { Source } from './use-source';
import styles from './Import.module.css';

export interface ImportSourceProps {
  readonly source: Source;
  readonly isInvalid: boolean;
  /** What was read of it takes the room. */
  readonly isShort: boolean;
}

/** The field for the text, or the name of the file that it is from. */
export function ImportSource({ source, isInvalid, isShort }: ImportSourceProps) {
  const fieldId = useId();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const takeAnother = (): void => {
    flushSync(() => source.write(''));
    // The button that was pressed is gone.
    field.current?.focus();
  };
  return (
    <div className={styles.source}>
      <label htmlFor={fieldId}>A curl command, a HAR file, a Postman collection or a .http file</label>
      {source.name === null ? (
        <textarea
          {...focusedFirst}
          ref={field}
          id={fieldId}
          className={clsx(styles.text, isShort && styles.short)}
          rows={isShort ? 2 : 6}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={"curl 'https://…' \\\n  -H 'Content-Type: application/json' \\\n  -d '{ … }'"}
          value={source.text}
          aria-invalid={isInvalid || undefined}
          aria-describedby={hintId}
          onChange={({ target }) => source.write(target.value)}
        />
      ) : (
        <p className={styles.file}>
          <FileText size={18} aria-hidden="true" />
          <span>{source.name}</span>
          <Button size="small" variant="quiet" onClick={takeAnother}>
            Take another
          </Button>
        </p>
      )}
      <div className={styles.sourceFoot}>
        <p id={hintId}>Paste it, or drop a file here. It is read in this page: nothing is sent, run or kept.</p>
        <Button size="small" onClick={() => file.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="File to import"
          accept=".har,.http,.rest,.json,.sh,.txt,.curl,application/json,text/plain"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) source.choose(chosen);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
      </div>
    </div>
  );
}
