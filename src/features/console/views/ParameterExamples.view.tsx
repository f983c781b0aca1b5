import type { ParameterView } from '../../../../contract/reference-page';
import styles from './ParameterField.module.css';

export interface ParameterExamplesProps {
  readonly parameter: ParameterView;
  /** The first of them, as one types it; '' where there is none. */
  readonly example: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Fills a field from the contract's example; where there are several, from one of them. */
export function ParameterExamples({ parameter, example, text, onChange }: ParameterExamplesProps) {
  const { examples = [], name } = parameter;
  if (examples.length > 1) {
    return (
      <select
        aria-label={`Example for ${name}`}
        className={styles.examples}
        value={examples.findIndex((one) => one.text === text)}
        onChange={(event) => onChange(examples[Number(event.target.value)]?.text ?? '')}
      >
        <option value={-1} disabled>
          Examples
        </option>
        {examples.map((one, index) => (
          <option key={one.name} value={index}>
            {one.summary ?? one.name}
          </option>
        ))}
      </select>
    );
  }
  if (example === '' || text === example) return null;
  return (
    <button type="button" className={styles.fill} onClick={() => onChange(example)}>
      Use the example<span className="pt-unseen"> for {name}</span>
    </button>
  );
}
