import type { PartnerBoard } from '../../../portal-client';
import type { BoardFilters } from './board-filters';
import styles from './StepList.module.css';

export interface StepListProps {
  readonly board: PartnerBoard;
  readonly filters: BoardFilters;
  readonly onFilter: (filters: BoardFilters) => void;
}

/** The steps of the journey with how many partners are at each; one filters the board by it. */
export function StepList({ board, filters, onFilter }: StepListProps) {
  const most = Math.max(1, ...board.steps.map(({ partners }) => partners));
  const isAll = filters.step === '' && !filters.isReviewOnly;
  const choose = (step: string, isReviewOnly = false) => onFilter({ ...filters, step, isReviewOnly });
  return (
    <nav className={styles.list} aria-label={`Steps of ${board.title}`}>
      <Choice label="All partners" count={board.total} isChosen={isAll} onChoose={() => choose('')} />
      <Choice
        label="Waiting for your review"
        count={board.reviews}
        isChosen={filters.isReviewOnly}
        isUrgent={board.reviews > 0}
        onChoose={() => choose('', true)}
      />
      <h2 className={styles.head}>At step</h2>
      <ol className={styles.steps}>
        {board.steps.map(({ id, title, partners }) => (
          <li key={id}>
            <Choice
              label={title}
              count={partners}
              share={partners / most}
              isChosen={filters.step === id}
              onChoose={() => choose(filters.step === id ? '' : id)}
            />
          </li>
        ))}
      </ol>
      <p className={styles.complete}>
        <span>Complete</span> <span>{board.complete.toLocaleString('en')}</span>
      </p>
    </nav>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly count: number;
  /** Of the longest bar; without, there is none. */
  readonly share?: number;
  readonly isChosen: boolean;
  readonly isUrgent?: boolean;
  readonly onChoose: () => void;
}

function Choice({ label, count, share, isChosen, isUrgent, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={isChosen}
      data-urgent={isUrgent === true ? true : undefined}
      data-empty={count === 0 ? true : undefined}
      onClick={onChoose}
    >
      <span className={styles.label}>{label}</span>
      <span className={styles.count}>{count.toLocaleString('en')}</span>
      {share === undefined ? null : (
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
    </button>
  );
}
