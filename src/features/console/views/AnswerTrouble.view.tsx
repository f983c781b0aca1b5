import Link from '@docusaurus/Link';
import { headerOf, type AnswerHead } from '../answer/answer';
import { troubleWords } from '../answer/trouble-words';
import styles from './JudgementNote.module.css';

/** What the sandbox's answer says of trouble that was asked for; null where it says nothing. */
export function troubleOf(head: AnswerHead): string | null {
  return headerOf(head, 'x-sandbox-trouble');
}

/** Says that an answer was made to go wrong, by what, and where to switch that off. */
export function AnswerTrouble({ trouble }: { readonly trouble: string }) {
  const words = troubleWords(trouble);
  return (
    <div className={styles.note} data-fault="nobody">
      <p className={styles.title}>Trouble on demand</p>
      {words.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {words.some(({ isScenario }) => isScenario) && (
        <p>
          <Link to="/sandbox#trouble">Switch it off, or see how your client stood it</Link>
        </p>
      )}
    </div>
  );
}
