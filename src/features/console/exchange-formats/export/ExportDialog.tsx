import { useEffect, useState } from 'react';
import clsx from 'clsx';
import { Button, CodeBlock, Dialog, copyText } from '../../../../ui';
import { saveFile } from '../../answer/save-file';
import { maskedKey } from '../../request';
import { heldSecrets } from '../../share/held-secrets';
import type { ExchangeToolsProps } from '../ExchangeTools';
import { formats, writeFormat, type ExportFormat } from '../formats';
import type { Written } from '../written';
import styles from './Export.module.css';

export interface ExportDialogProps extends ExchangeToolsProps {
  readonly onClose: () => void;
}

type Copying = 'idle' | 'copied' | 'failed';

/** What stands in the form for another program. It is shown with a word in the key's place, and has the key only where that is ticked. */
export function ExportDialog({ page, ports, code, origin, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>(firstFormat);
  const [written, setWritten] = useState<Written | null>(null);
  const [isWithKey, setWithKey] = useState(false);
  const [copying, setCopying] = useState<Copying>('idle');
  const { masked, withKey } = code;
  const about = { title: page.title, id: page.id, now: new Date() };

  useEffect(() => {
    let isWanted = true;
    if (masked) {
      const shown = { title: page.title, id: page.id, credential: maskedKey, now: new Date() };
      void writeFormat(format.id, masked, origin, shown).then((next) => isWanted && setWritten(next));
    }
    return () => {
      isWanted = false;
    };
  }, [format, masked, origin, page]);

  /** What is copied and saved. */
  const whole = async (): Promise<string> => {
    if (!masked) return '';
    if (!isWithKey || !withKey)
      return (await writeFormat(format.id, masked, origin, { ...about, credential: maskedKey })).text;
    const key = heldSecrets(page, ports).find((secret) => JSON.stringify(withKey).includes(secret)) ?? null;
    return (await writeFormat(format.id, withKey, origin, { ...about, credential: key })).text;
  };
  const copy = async (): Promise<void> => setCopying((await copyText(await whole())) ? 'copied' : 'failed');
  const save = async (): Promise<void> => saveFile(new Blob([await whole()]), `${page.slug}.${format.ending}`);

  return (
    <Dialog
      title="Export this request"
      onClose={onClose}
      foot={
        <>
          <span role="status" className={styles.said}>
            {copying === 'copied' && 'Copied'}
            {copying === 'failed' && 'Your browser did not allow copying: save it instead.'}
          </span>
          <Button disabled={!masked} onClick={() => void save()}>
            Save as a file
          </Button>
          <Button variant="primary" disabled={!masked} onClick={() => void copy()}>
            Copy
          </Button>
        </>
      }
    >
      <fieldset className={styles.formats}>
        <legend className="pt-unseen">Format</legend>
        {formats.map((one) => (
          <label key={one.id} className={clsx(styles.format, one.id === format.id && styles.chosen)}>
            <input
              type="radio"
              name="format"
              checked={one.id === format.id}
              onChange={() => {
                setFormat(one);
                setCopying('idle');
              }}
            />
            <span>{one.name}</span>
            <span className={styles.words}>{one.words}</span>
          </label>
        ))}
      </fieldset>
      {masked === null && <p>No request can be made of the form yet: see what it marks.</p>}
      {written && masked && (
        <div className={styles.code}>
          <CodeBlock frame="flush" code={written.text} language={format.grammar} />
        </div>
      )}
      {written?.limits.map((limit) => (
        <p key={limit} className={styles.limit}>
          {limit}
        </p>
      ))}
      {withKey && (
        <label className={styles.withKey}>
          <input type="checkbox" checked={isWithKey} onChange={({ target }) => setWithKey(target.checked)} />
          <span>
            With my key
            <span className={styles.words}>
              It is in what you copy or save, and not shown here. Whoever has the text can use it.
            </span>
          </span>
        </label>
      )}
    </Dialog>
  );
}

const [firstFormat] = formats as readonly [ExportFormat, ...ExportFormat[]];
