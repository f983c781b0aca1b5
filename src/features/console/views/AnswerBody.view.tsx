import { useMemo, useState } from 'react';
import { Button, CodeBlock } from '../../../ui';
import { formatBytes } from '../answer/format-figures';
import { essenceOf, languageOf } from '../answer/media-type';
import { prettyBody } from '../answer/pretty-body';
import { saveFile } from '../answer/save-file';
import styles from './AnswerBody.module.css';

const shownCharacters = 100_000;

export interface TextBodyProps {
  readonly text: string;
  readonly contentType: string | null;
  readonly fileName: string;
}

/** A body that is text. It is somebody else's: it reaches the page as text only. A long one is shown in part first. */
export function TextBody({ text, contentType, fileName }: TextBodyProps) {
  const [isWhole, setWhole] = useState(false);
  const language = languageOf(contentType);
  const pretty = useMemo(() => prettyBody(text, language), [text, language]);
  if (pretty.length <= shownCharacters) {
    return <CodeBlock code={pretty} language={language} frame="flush" className={styles.code} />;
  }
  return (
    <>
      {isWhole ? (
        <pre className={styles.plain} tabIndex={0}>
          {pretty}
        </pre>
      ) : (
        <CodeBlock code={startOf(pretty)} language={language} copy={false} frame="flush" className={styles.code} />
      )}
      <p className={styles.more}>
        {isWhole
          ? formatBytes(text.length)
          : `The first ${formatBytes(shownCharacters)} of ${formatBytes(text.length)}.`}
        {!isWhole && (
          <Button size="small" onClick={() => setWhole(true)}>
            Show all as text
          </Button>
        )}
        <Button size="small" onClick={() => saveFile(new Blob([text]), fileName)}>
          Download
        </Button>
      </p>
    </>
  );
}

export interface BinaryBodyProps {
  readonly blob: Blob;
  readonly contentType: string | null;
  readonly fileName: string;
}

export function BinaryBody({ blob, contentType, fileName }: BinaryBodyProps) {
  return (
    <p className={styles.more}>
      {formatBytes(blob.size)} of {essenceOf(contentType) || 'bytes'}.
      <Button size="small" onClick={() => saveFile(blob, fileName)}>
        Download
      </Button>
    </p>
  );
}

/** The end of what has come so far: a stream is read at its end. */
export function ComingBody({ text }: { readonly text: string }) {
  return (
    <pre className={styles.plain} tabIndex={0}>
      {text.length > shownCharacters ? `…${text.slice(-shownCharacters)}` : text}
    </pre>
  );
}

function startOf(text: string): string {
  const end = text.lastIndexOf('\n', shownCharacters);
  return text.slice(0, end > shownCharacters / 2 ? end : shownCharacters);
}
