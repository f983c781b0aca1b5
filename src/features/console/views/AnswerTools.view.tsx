import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import Download from 'lucide-react/icons/download';
import WrapText from 'lucide-react/icons/wrap-text';
import { CopyButton } from '../../../ui';
import { viewNames, type BodyView } from '../answer/body/shown-views';
import styles from './AnswerTools.module.css';

export interface AnswerToolsProps {
  readonly views: readonly BodyView[];
  readonly view: BodyView;
  readonly onView: (view: BodyView) => void;
  /** None where the view cannot be searched. */
  readonly find?: FindTools;
  readonly wrap?: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };
  readonly copy?: () => string;
  readonly onDownload: () => void;
}

export interface FindTools {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** `3 of 12`; '' while nothing is searched for. */
  readonly count: string;
  readonly hasAny: boolean;
  readonly onStep: (by: 1 | -1) => void;
}

/** What one can do with a body: look at it another way, search, wrap, copy, download. */
export function AnswerTools({ views, view, onView, find, wrap, copy, onDownload }: AnswerToolsProps) {
  return (
    <div className={styles.tools}>
      {views.length > 1 && (
        <div role="group" aria-label="Show the answer as" className={styles.views}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => onView(one)}>
              {viewNames[one]}
            </button>
          ))}
        </div>
      )}
      {find && <Find {...find} />}
      <div className={styles.actions}>
        {wrap && (
          <button
            type="button"
            aria-pressed={wrap.isOn}
            aria-label="Wrap long lines"
            title="Wrap long lines"
            onClick={() => wrap.onChange(!wrap.isOn)}
          >
            <WrapText size={16} aria-hidden="true" />
          </button>
        )}
        {copy && <CopyButton text={copy} label="Copy the answer" />}
        <button type="button" aria-label="Download the answer" title="Download the answer" onClick={onDownload}>
          <Download size={16} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

function Find({ query, onQuery, count, hasAny, onStep }: FindTools) {
  return (
    <div role="search" className={styles.find}>
      <input
        type="search"
        aria-label="Search in the answer"
        placeholder="Search"
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            onStep(event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            event.stopPropagation();
            onQuery('');
          }
        }}
      />
      <span role="status" className={styles.count}>
        {count}
      </span>
      <button type="button" aria-label="Previous hit" disabled={!hasAny} onClick={() => onStep(-1)}>
        <ChevronUp size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Next hit" disabled={!hasAny} onClick={() => onStep(1)}>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
