import { useEffect, useState } from 'react';
import { isImage } from '../answer/body/shown-views';
import { essenceOf } from '../answer/media-type';
import { safeDocument } from '../answer/preview/safe-document';
import styles from './AnswerBody.module.css';

export interface AnswerPreviewProps {
  readonly text: string;
  readonly contentType: string | null;
}

/** HTML in a frame without scripts, network or origin; SVG as an image, in which scripts do not run either. */
export function AnswerPreview({ text, contentType }: AnswerPreviewProps) {
  if (isImage(contentType)) return <AnswerImage blob={text} contentType={contentType} />;
  return (
    <>
      <iframe
        className={styles.frame}
        title="Preview of the answer"
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={safeDocument(text)}
      />
      <p className={styles.more}>
        Without scripts, and nothing is loaded from elsewhere: it may look different in a browser.
      </p>
    </>
  );
}

export interface AnswerImageProps {
  readonly blob: Blob | string;
  readonly contentType: string | null;
}

/** An image, drawn from a `data:` address: an image is never a document, so nothing in it runs. */
export function AnswerImage({ blob, contentType }: AnswerImageProps) {
  const [shown, setShown] = useState<{ readonly url: string; readonly isBroken: boolean } | null>(null);
  useEffect(() => {
    const reader = new FileReader();
    reader.onload = () => setShown({ url: typeof reader.result === 'string' ? reader.result : '', isBroken: false });
    reader.readAsDataURL(new Blob([blob], { type: essenceOf(contentType) }));
    return () => reader.abort();
  }, [blob, contentType]);
  if (!shown) return null;
  if (shown.isBroken) return <p className={styles.more}>This is not an image that a browser can draw.</p>;
  return (
    <img
      className={styles.image}
      src={shown.url}
      alt="The answer"
      onError={() => setShown({ ...shown, isBroken: true })}
    />
  );
}
