import { type ChangeEvent, useId, useState } from 'react';
import { Button } from '../../../ui';
import { Logo } from '../Logo.view';
import { logoFault } from './draft';
import styles from './Edit.module.css';

export interface LogoFieldProps {
  readonly name: string;
  readonly src: string | null;
  readonly isBusy: boolean;
  readonly onFile: (file: Blob) => void;
  readonly onRemove: () => void;
}

/** The logo: it is stored as soon as it is chosen. */
export function LogoField({ name, src, isBusy, onFile, onRemove }: LogoFieldProps) {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file can be chosen again.
    target.value = '';
    if (file === undefined) return;
    const why = logoFault(file);
    setFault(why);
    if (why === null) onFile(file);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Logo</label>
      <div className={styles.logo}>
        <Logo name={name} src={src} size="page" />
        <div>
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className={styles.file}
            aria-describedby={`${id}-help`}
            disabled={isBusy}
            onChange={choose}
          />
          {src === null ? null : (
            <Button size="small" variant="quiet" busy={isBusy} onClick={onRemove}>
              Remove the logo
            </Button>
          )}
        </div>
      </div>
      <p id={`${id}-help`} className={styles.help} role={fault === null ? undefined : 'alert'}>
        <span className={fault === null ? undefined : styles.fault}>
          {fault ?? 'PNG, JPEG or WebP, 64 to 1024 pixels a side, up to 256 KB. It is stored at once.'}
        </span>
      </p>
    </div>
  );
}
