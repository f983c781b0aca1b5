import { useEffect, useState } from 'react';
import type { LucideIcon } from 'lucide-react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import X from 'lucide-react/icons/x';
import { copyText } from './copy-text';
import styles from './CopyButton.module.css';

const SHOWN_MILLISECONDS = 2_000;

const FACES = {
  idle: { Icon: undefined, said: '' },
  copied: { Icon: Check, said: 'Copied' },
  failed: { Icon: X, said: 'Your browser did not allow copying. Select the text and copy it.' },
};

export interface CopyButtonProps {
  /** A function where it is known only when it is copied. */
  readonly text: string | (() => string);
  /** What is copied, as a verb phrase: `Copy the request`. */
  readonly label: string;
  /** In place of the two sheets of paper. */
  readonly Icon?: LucideIcon;
  readonly className?: string;
}

/**
 * Copies `text` and says so, to eyes and ears. It does nothing without JavaScript, so the HTML has only its room: a page of the reference
 * has many of them.
 */
export function CopyButton({ text, label, Icon: IdleIcon = Copy, className }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof FACES>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [state]);
  const isBrowser = useIsBrowser();
  if (!isBrowser) return <span className={clsx(styles.copy, className)} />;
  const { Icon = IdleIcon, said } = FACES[state];
  return (
    <button
      type="button"
      aria-label={label}
      title={said || label}
      data-state={state}
      className={clsx(styles.copy, className)}
      onClick={() =>
        void copyText(typeof text === 'string' ? text : text()).then((copied) => setState(copied ? 'copied' : 'failed'))
      }
    >
      <Icon size={16} aria-hidden="true" />
      <span role="status" className="pt-unseen">
        {said}
      </span>
    </button>
  );
}
