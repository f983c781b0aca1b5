import { useId } from 'react';
import type { SandboxTrouble } from '../../portal-client';
import { faultOf, minutesField, settingsInShort, type SettingsText } from './settings-text';
import styles from './TroubleSettings.module.css';

export interface TroubleSettingsProps {
  readonly scenario: SandboxTrouble;
  readonly text: SettingsText;
  readonly onChange: (text: SettingsText) => void;
}

/** What a scenario can be told, folded away: its defaults are good to begin with. */
export function TroubleSettings({ scenario, text, onChange }: TroubleSettingsProps) {
  const id = useId();
  return (
    <details className={styles.settings}>
      <summary>
        Settings <span className={styles.short}>{settingsInShort(scenario, text)}</span>
      </summary>
      <div className={styles.fields}>
        {[...scenario.settings, minutesField].map((setting) => {
          const fault = faultOf(setting, text[setting.name]);
          const field = `${id}-${setting.name}`;
          return (
            <div key={setting.name} className={styles.field}>
              <label htmlFor={field}>{setting.title}</label>
              <span className={styles.value}>
                <input
                  id={field}
                  className={styles.input}
                  type="number"
                  inputMode="numeric"
                  min={setting.minimum}
                  max={setting.maximum}
                  value={text[setting.name] ?? ''}
                  aria-invalid={fault !== null || undefined}
                  aria-describedby={fault === null ? undefined : `${field}-fault`}
                  onChange={({ currentTarget }) => onChange({ ...text, [setting.name]: currentTarget.value })}
                />
                {setting.unit}
              </span>
              {fault !== null && (
                <span id={`${field}-fault`} className={styles.fault}>
                  {fault}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </details>
  );
}
