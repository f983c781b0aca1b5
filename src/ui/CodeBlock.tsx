import { type ReactNode, useMemo } from 'react';
import clsx from 'clsx';
import { CopyButton } from './CopyButton';
import { grammarName, useCodeHtml } from './highlight';
import styles from './CodeBlock.module.css';
import './highlight/syntax.css';

export interface CodeBlockProps {
  readonly code: string;
  /** A Prism language or a usual name of one: `json`, `sh`, `curl`, `ts`. Unknown ones are shown plain. */
  readonly language?: string;
  readonly title?: ReactNode;
  /** Whether it can be copied. Default: true. */
  readonly copy?: boolean;
  /** 1-based. */
  readonly highlightedLines?: readonly number[];
  readonly lineNumbers?: boolean;
  /** More for the header's right end: a menu of languages, a Run button. */
  readonly actions?: ReactNode;
  /** Beside the button that copies it: what one does with it now and then. */
  readonly aside?: ReactNode;
  /** `flush` has no border of its own, for use inside another surface. */
  readonly frame?: 'own' | 'flush';
  readonly className?: string;
}

/** Code in colours, with a button that copies it. */
export function CodeBlock({
  code,
  language = 'text',
  title,
  copy = true,
  highlightedLines = [],
  lineNumbers = false,
  actions,
  aside,
  frame = 'own',
  className,
}: CodeBlockProps) {
  const text = code.replace(/\n+$/, '');
  const marked = highlightedLines.join();
  const hasLines = lineNumbers || marked !== '';
  // Without marks, a line needs no element of its own.
  const lineClass = useMemo(() => (hasLines ? lineClassOf(marked) : undefined), [hasLines, marked]);
  const { html, ref } = useCodeHtml(text, language, lineClass);
  const copyButton = copy ? <CopyButton text={text} label="Copy the code" className={styles.copy} /> : null;
  return (
    <div
      className={clsx('theme-code-block', styles.block, styles[frame], className)}
      data-language={grammarName(language)}
    >
      {(title ?? actions) ? (
        <div className={styles.header}>
          <span className={styles.title}>{title}</span>
          {actions}
          {aside}
          {copyButton}
        </div>
      ) : (
        (copyButton ?? aside) && (
          <div className={styles.corner}>
            {aside}
            {copyButton}
          </div>
        )
      )}
      {/* Another language is another text: with its `key`, it does not count as one whose words have moved (layout shift).
          Focusable, so that a wide sample can be scrolled by keyboard. */}
      <pre key={language} tabIndex={0} className={clsx(styles.pre, lineNumbers && styles.numbered)}>
        <code
          ref={ref}
          className={hasLines ? styles.lines : undefined}
          dangerouslySetInnerHTML={{ __html: html }}
          suppressHydrationWarning
        />
      </pre>
    </div>
  );
}

/** `marked` are the numbers of the lines that stand out: `2,4,5`. */
function lineClassOf(marked: string): (line: number) => string {
  const numbers = new Set(marked.split(',').map(Number));
  return (line) => clsx(styles.line, numbers.has(line) && styles.highlighted);
}
