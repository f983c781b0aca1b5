import { useId } from 'react';
import FlaskConical from 'lucide-react/icons/flask-conical';
import Zap from 'lucide-react/icons/zap';
import type { Environment } from './environment-store';
import styles from './EnvironmentChoice.module.css';

export interface EnvironmentChoiceProps {
  readonly environment: Environment;
  readonly onChoose: (environment: Environment) => void;
}

const environments = [
  ['sandbox', 'Sandbox', FlaskConical],
  ['live', 'Live', Zap],
] as const;

/** Sandbox or live, where an API has both: told by word and sign, and only then by colour. */
export function EnvironmentChoice({ environment, onChoose }: EnvironmentChoiceProps) {
  const group = useId();
  return (
    <span role="radiogroup" aria-label="Environment" className={styles.group}>
      {environments.map(([value, words, Icon]) => (
        <label key={value} className={styles.choice} data-environment={value}>
          <input
            type="radio"
            name={group}
            value={value}
            checked={environment === value}
            onChange={() => onChoose(value)}
            className={styles.input}
          />
          <span className={styles.words}>
            <Icon size={13} aria-hidden="true" /> {words}
          </span>
        </label>
      ))}
    </span>
  );
}
