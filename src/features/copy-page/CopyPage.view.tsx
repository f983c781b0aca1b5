import type { RefObject } from 'react';
import Link from '@docusaurus/Link';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Copy from 'lucide-react/icons/copy';
import X from 'lucide-react/icons/x';
import styles from './CopyPage.module.css';
import { agentHref } from './twin-href';
import type { CopyState } from './use-copy-page';

const FACES = {
  idle: { Icon: Copy, words: 'Copy page', said: '' },
  fetching: { Icon: Copy, words: 'Copy page', said: '' },
  copied: { Icon: Check, words: 'Copied', said: 'Copied as Markdown' },
  failed: { Icon: X, words: 'Not copied', said: 'It could not be copied. View it as Markdown instead.' },
};

export interface CopyPageViewProps {
  readonly state: CopyState;
  readonly onCopy: () => void;
  /** The twin's address on this site. */
  readonly twin: string;
  /** The same for others. */
  readonly absolute: string;
  readonly menu: RefObject<HTMLDetailsElement | null>;
}

/** A button that copies the page as Markdown, and what else can be done with its twin. Without JavaScript the menu is left. */
export function CopyPageView({ state, onCopy, twin, absolute, menu }: CopyPageViewProps) {
  const { Icon, words, said } = FACES[state];
  return (
    <div className={styles.split} data-state={state}>
      <button type="button" className={styles.copy} onClick={onCopy} title={said || 'Copy this page as Markdown'}>
        <Icon size={14} aria-hidden="true" />
        {words}
      </button>
      <details ref={menu} className={styles.menu}>
        <summary aria-label="This page as Markdown">
          <span className={styles.alone}>Markdown</span>
          <ChevronDown size={14} aria-hidden="true" />
        </summary>
        <ul>
          <li>
            {/* eslint-disable-next-line @docusaurus/no-html-links -- a file, which the router does not know */}
            <a href={twin}>View as Markdown</a>
          </li>
          <li>
            <Link to={agentHref('claude', absolute)}>Open in Claude</Link>
          </li>
          <li>
            <Link to={agentHref('chatgpt', absolute)}>Open in ChatGPT</Link>
          </li>
        </ul>
      </details>
      <span role="status" className="pt-unseen">
        {said}
      </span>
    </div>
  );
}
