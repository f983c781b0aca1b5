import { useEffect, useState } from 'react';
import { formatProgress, formatBytes } from '../answer/format-figures';
import type { Upload } from '../answer/sending/upload-stream';
import styles from './AnswerBody.module.css';

/** What there is to say before an answer begins: how long it takes, and of a large body how much is gone. */
export function AnswerWaiting({ upload }: { readonly upload: Upload | null }) {
  const seconds = useSeconds();
  const isGoing = upload !== null && upload.sentBytes !== upload.ofBytes;
  // Most answers are there before one could read this.
  if (seconds < 1 && !isGoing) return null;
  const since = seconds < 1 ? '' : `, ${seconds} s so far`;
  if (!isGoing) return <p className={styles.more}>Waiting for the answer{since}</p>;
  const { sentBytes, ofBytes } = upload;
  return (
    <p className={styles.more}>
      <span>
        Sending {sentBytes === null ? formatBytes(ofBytes) : formatProgress(sentBytes, ofBytes)}
        {since}
      </span>
      <progress
        className={styles.progress}
        aria-label="The body is going out"
        {...(sentBytes !== null && { value: sentBytes / ofBytes })}
      />
    </p>
  );
}

/** Whole seconds since this was first shown. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
