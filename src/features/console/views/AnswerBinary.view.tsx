import { useEffect, useState } from 'react';
import { isImage, type BodyView } from '../answer/body/shown-views';
import { Button } from '../../../ui';
import { formatBytes } from '../answer/format-figures';
import { essenceOf } from '../answer/media-type';
import { bytesInRow, hexRow } from '../answer/preview/hex-row';
import { openPdf, type OpenedPdf } from '../answer/preview/open-pdf';
import { saveFile } from '../answer/save-file';
import { AnswerImage } from './AnswerPreview.view';
import { AnswerRows } from './AnswerRows.view';
import { AnswerTools } from './AnswerTools.view';
import rowStyles from './AnswerRows.module.css';
import styles from './AnswerBody.module.css';

export interface AnswerBinaryProps {
  readonly blob: Blob;
  readonly contentType: string | null;
  readonly fileName: string;
}

const mostImageBytes = 10_000_000;

/** A body that is not text: an image is drawn, anything else is shown byte by byte, and can be downloaded. */
export function AnswerBinary({ blob, contentType, fileName }: AnswerBinaryProps) {
  const views: readonly BodyView[] =
    isImage(contentType) && blob.size <= mostImageBytes ? ['preview', 'bytes'] : ['bytes'];
  const [chosen, setChosen] = useState<BodyView | null>(null);
  const [pdf, setPdf] = useState<OpenedPdf | null>(null);
  const view = chosen ?? views[0] ?? 'bytes';
  const essence = essenceOf(contentType);
  return (
    <div className={styles.text}>
      <AnswerTools views={views} view={view} onView={setChosen} onDownload={() => saveFile(blob, fileName)} />
      {view === 'preview' ? <AnswerImage blob={blob} contentType={contentType} /> : <Bytes blob={blob} />}
      <p className={styles.more}>
        {formatBytes(blob.size)} of {essence || 'bytes'}.
        {essence === 'application/pdf' && (
          <Button size="small" onClick={() => void openPdf(blob).then(setPdf)}>
            Open in a new tab
          </Button>
        )}
        {pdf !== null && pdf !== 'opened' && <span role="status">{pdfWords[pdf]}</span>}
      </p>
    </div>
  );
}

const pdfWords = {
  'not-one': 'These bytes are no PDF.',
} as const;

function Bytes({ blob }: { readonly blob: Blob }) {
  const [read, setRead] = useState<{ readonly of: Blob; readonly bytes: Uint8Array } | null>(null);
  useEffect(() => {
    let isOver = false;
    void blob.arrayBuffer().then((buffer) => {
      if (!isOver) setRead({ of: blob, bytes: new Uint8Array(buffer) });
    });
    return () => {
      isOver = true;
    };
  }, [blob]);
  if (read?.of !== blob) return null;
  return (
    <AnswerRows
      role="region"
      aria-label="The bytes of the answer"
      count={Math.ceil(read.bytes.length / bytesInRow)}
      ends={null}
      reveal={null}
      renderRow={(row, style) => (
        <div key={row} className={rowStyles.row} style={style}>
          {hexRow(read.bytes, row)}
        </div>
      )}
    />
  );
}
