import { Children, type ReactNode } from 'react';
import { SampleReport } from '@site/src/features/feedback';
import { CodeBlock } from '@site/src/ui';
import { codeLanguage, parseCodeMeta } from './code-meta';

interface Props {
  readonly children?: ReactNode;
  /** `language-json`, as MDX writes it. */
  readonly className?: string;
  readonly language?: string;
  /** What stands after the language in a fence: `title="offer.json" {2,4-6} showLineNumbers`. */
  readonly metastring?: string;
  readonly title?: string;
  readonly showLineNumbers?: boolean;
}

/** Swizzled: guides show code with the same block as operation pages and consoles. */
export default function ThemeCodeBlock({ children, className, language, metastring, title, showLineNumbers }: Props) {
  const parts = Children.toArray(children);
  if (!parts.every((part) => typeof part === 'string')) {
    return (
      <pre tabIndex={0} className={className}>
        <code>{children}</code>
      </pre>
    );
  }
  const meta = parseCodeMeta(metastring ?? '');
  const code = parts.join('');
  const shownIn = language ?? codeLanguage(className);
  return (
    <CodeBlock
      code={code}
      language={shownIn}
      aside={shownIn === undefined ? undefined : <SampleReport code={code} language={shownIn} />}
      title={title ?? meta.title}
      highlightedLines={meta.highlightedLines}
      lineNumbers={showLineNumbers ?? meta.lineNumbers}
    />
  );
}
