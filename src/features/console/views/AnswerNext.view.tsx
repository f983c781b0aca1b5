import { Button } from '../../../ui';
import type { NextPage } from '../answer/next-page/next-page';
import styles from './AnswerPane.module.css';

export interface AnswerNextProps {
  /** Null where the answer is no page of a list, or its last. */
  readonly next: NextPage | null;
  readonly onNext: (fields: NextPage['fields']) => void;
  readonly onAgain: () => void;
}

/** What one sends after this answer: the same once more, or for the next page. */
export function AnswerNext({ next, onNext, onAgain }: AnswerNextProps) {
  return (
    <p className={styles.next}>
      <Button size="small" onClick={onAgain}>
        Send again
      </Button>
      {next && (
        <>
          <Button size="small" onClick={() => onNext(next.fields)}>
            Next page
          </Button>
          <span>
            as <code>{next.known}</code> says
          </span>
        </>
      )}
    </p>
  );
}
