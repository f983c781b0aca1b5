import { lazy, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import MessageSquareWarning from 'lucide-react/icons/message-square-warning';
import { selectedPassage, type Passage } from './passage';
import styles from './PassageReport.module.css';

const ReportDialog = lazy(() => import('./ReportDialog'));
/** So long the selection stands still before a button comes: one that comes while somebody selects is in the way. */
const stillMilliseconds = 300;

/** "Something is wrong here": a button at the end of what is selected in the page's text; by keyboard Alt Q. */
export function PassageReport() {
  const passage = useSelectedPassage();
  const [reported, setReported] = useState<Passage | null>(null);

  useEffect(() => {
    if (passage === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyQ' || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      setReported(passage);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [passage]);

  if (reported !== null) {
    return (
      <Suspense fallback={null}>
        <ReportDialog
          title="Something is wrong here"
          subject={{ kind: 'quote', quote: reported.quote }}
          question="What is wrong with it? (optional)"
          onClose={() => setReported(null)}
        >
          <blockquote className={styles.quote}>{reported.quote.text}</blockquote>
        </ReportDialog>
      </Suspense>
    );
  }
  if (passage === null) return null;
  const { left, bottom } = passage.end;
  return createPortal(
    <button
      type="button"
      className={styles.button}
      style={{
        insetInlineStart: `clamp(8px, ${left}px, 100vw - 232px)`,
        top: `clamp(8px, ${bottom + 8}px, 100vh - 48px)`,
      }}
      aria-keyshortcuts="Alt+Q"
      // Pressing it must not take the selection away before it is read.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => setReported(passage)}
    >
      <MessageSquareWarning size={16} aria-hidden="true" />
      Something is wrong here
      <kbd>Alt Q</kbd>
    </button>,
    document.body,
  );
}

function useSelectedPassage(): Passage | null {
  const [passage, setPassage] = useState<Passage | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      setPassage(null);
      timer = setTimeout(() => setPassage(selectedPassage(document.getSelection())), stillMilliseconds);
    };
    const hide = () => setPassage(null);
    document.addEventListener('selectionchange', look);
    document.addEventListener('scroll', hide, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('scroll', hide);
    };
  }, []);
  return passage;
}
