import { isAllowedValue } from '../../../../contract/server-variables';
import type { LiveServer } from '../../../portal-client';
import styles from './ServerVariables.module.css';

export interface ServerVariablesProps {
  readonly server: LiveServer;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
}

/** What of the live server's address a request may choose. */
export function ServerVariables({ server, values, onChange }: ServerVariablesProps) {
  const all = Object.entries(server.variables);
  if (all.length === 0) return null;
  return (
    <div role="group" aria-label="Server" className={styles.fields}>
      {all.map(([name, variable]) => {
        const value = values[name] ?? '';
        const isWrong = !isAllowedValue(variable, value);
        return (
          <label key={name} className={styles.field}>
            <span>
              {name}
              {variable.text && <span className={styles.text}>{variable.text}</span>}
            </span>
            {variable.values ? (
              <select className={styles.control} value={value} onChange={({ target }) => onChange(name, target.value)}>
                {variable.values.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            ) : (
              <input
                type="text"
                spellCheck={false}
                autoComplete="off"
                className={styles.control}
                value={value}
                aria-invalid={isWrong}
                onChange={({ target }) => onChange(name, target.value)}
              />
            )}
            {isWrong && (
              <span role="alert" className={styles.wrong}>
                One word that matches {variable.pattern ?? 'one of the values'}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
