import { useMemo, useState } from 'react';
import clsx from 'clsx';
import type { CodeSampleView } from '../../../contract/reference-page';
import { CodeBlock, CopyButton } from '../../ui';
import { SampleReport, type SampleReportProps } from '../feedback';
import type { RequestDescription } from '../console/request';
import { shownChoice, type Choice } from './choices';
import { languageOf } from './language-choice/language-of';
import { useLanguage } from './language-choice/use-language';
import { LanguageMenu } from './LanguageMenu.view';
import { languages } from './languages';
import { useWriter } from './use-writer';
import { readyRequest } from './writing/ready-request';
import styles from './RequestSample.module.css';

export interface RequestSampleProps {
  /** With `YOUR_KEY` in place of the key. */
  readonly request: RequestDescription;
  /** The same with the visitor's own key: it is never shown, and goes along only where it is copied on purpose. */
  readonly withKey?: RequestDescription | null;
  /** Completes an address that has none. */
  readonly origin: string;
  /** The description's own samples (`x-codeSamples`). */
  readonly written?: readonly CodeSampleView[];
  /** What the request calls. */
  readonly operation?: SampleReportProps['operation'];
  readonly className?: string;
}

const none: readonly CodeSampleView[] = [];

/** A request as code, in the reader's language. It has no border of its own. */
export function RequestSample({
  request,
  withKey = null,
  origin,
  written = none,
  operation,
  className,
}: RequestSampleProps) {
  const [wanted, setWanted] = useLanguage();
  const [picked, setPicked] = useState<Choice | null>(null);
  const chosen = shownChoice(picked, wanted, written);
  const { language, write, hasFailed } = useWriter(wanted);
  const code = useMemo(() => write(readyRequest(request, origin)), [write, request, origin]);
  const byAuthor = chosen.kind === 'written' ? written[chosen.index] : undefined;
  const choose = (choice: Choice): void => {
    setPicked(choice);
    const next = choice.kind === 'generated' ? choice.language : languageOf(written[choice.index]?.lang ?? '');
    if (next) setWanted(next);
  };
  const shown = byAuthor?.source ?? code;
  const shownIn = byAuthor ? (languageOf(byAuthor.lang) ?? byAuthor.lang) : language;
  return (
    <div className={clsx(styles.sample, request.content.kind !== 'none' && styles.tall, className)}>
      <CodeBlock
        frame="flush"
        code={shown}
        language={byAuthor ? (languageOf(byAuthor.lang) ?? byAuthor.lang) : grammarOf(language)}
        title={<LanguageMenu written={written} chosen={chosen} onChoose={choose} />}
        aside={<SampleReport code={shown} language={shownIn} operation={operation} />}
      />
      {hasFailed && !byAuthor ? (
        <p className={styles.note} role="status">
          This language could not be loaded. Check your connection, and choose it again.
        </p>
      ) : null}
      {withKey && !byAuthor ? (
        <p className={styles.note}>
          Copy with your key{' '}
          <CopyButton text={write(readyRequest(withKey, origin))} label="Copy the code with your key" />
        </p>
      ) : null}
    </div>
  );
}

function grammarOf(id: string): string {
  return languages.find((language) => language.id === id)?.grammar ?? 'text';
}
