import type { ReactNode } from 'react';
import clsx from 'clsx';
import { Highlight, type Token } from 'prism-react-renderer';
import { CopyButton } from './CopyButton';
import { isWorthHighlighting } from './code-language';
import { useGrammar } from './use-grammar';
import styles from './CodeBlock.module.css';
import './CodeBlock.syntax.css';

/** Colours come from CodeBlock.syntax.css by class: no inline styles, and light and dark need no second rendering. */
const NO_INLINE_STYLES = { plain: {}, styles: [] };

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
  /** `flush` has no border of its own, for use inside another surface. */
  readonly frame?: 'own' | 'flush';
  readonly className?: string;
}

/** Code, highlighted on the server and in the browser alike, with a button that copies it. */
export function CodeBlock({
  code,
  language = 'text',
  title,
  copy = true,
  highlightedLines = [],
  lineNumbers = false,
  actions,
  frame = 'own',
  className,
}: CodeBlockProps) {
  const text = code.replace(/\n+$/, '');
  const grammar = useGrammar(isWorthHighlighting(text) ? language : 'text');
  const copyButton = copy ? <CopyButton text={text} label="Copy the code" className={styles.copy} /> : null;
  const hasHeader = Boolean(title ?? actions);
  // Another language is another text: with its `key`, it does not count as one whose words have moved (layout shift).
  // Without colours and marks, a line needs no element of its own: a long example takes half the HTML.
  const isPlain = grammar === 'text' && !lineNumbers && highlightedLines.length === 0;
  return (
    <div className={clsx('theme-code-block', styles.block, styles[frame], className)} data-language={language}>
      {hasHeader ? (
        <div className={styles.header}>
          <span className={styles.title}>{title}</span>
          {actions}
          {copyButton}
        </div>
      ) : (
        copyButton && <div className={styles.corner}>{copyButton}</div>
      )}
      {isPlain ? (
        <pre key={language} tabIndex={0} className={styles.pre}>
          <code>
            <span className={styles.line}>{text}</span>
          </code>
        </pre>
      ) : (
        <Highlight code={text} language={grammar} theme={NO_INLINE_STYLES}>
          {({ tokens }) => (
            // Focusable, so that a wide sample can be scrolled by keyboard.
            <pre key={language} tabIndex={0} className={clsx(styles.pre, lineNumbers && styles.numbered)}>
              <code>
                {tokens.map((line, index) => (
                  <span
                    key={index}
                    className={clsx(styles.line, highlightedLines.includes(index + 1) && styles.highlighted)}
                  >
                    <Line tokens={line} />
                    {'\n'}
                  </span>
                ))}
              </code>
            </pre>
          )}
        </Highlight>
      )}
    </div>
  );
}

function Line({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map(({ types, content, empty }, index) => {
    if (empty) return null;
    const kinds = types.filter((type) => type !== 'plain');
    return kinds.length === 0 ? (
      content
    ) : (
      <span key={index} className={`token ${kinds.join(' ')}`}>
        {content}
      </span>
    );
  });
}
