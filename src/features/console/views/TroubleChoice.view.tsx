import { useId } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { statusName } from '../../../ui';
import type { FormValues } from '../request';
import { noTrouble, type AskedTrouble } from '../request/asked-trouble';
import styles from './TroubleChoice.module.css';

export interface TroubleChoiceProps {
  readonly page: OperationPage;
  readonly values: FormValues;
  readonly onChange: (trouble: AskedTrouble) => void;
}

/** What any API answers one day, whether or not its contract says so. */
const usual = ['429', '500', '503'];

const connections = [
  ['trouble=reset', 'Connection reset within the answer'],
  ['trouble=truncate', 'Half an answer'],
  ['trouble=garbage', 'An answer that is not JSON'],
] as const;

const delays = [
  ['', 'At once'],
  ['1500', 'After 1.5 s'],
  ['5000', 'After 5 s'],
  ['30000', 'After 30 s'],
] as const;

/** Makes one request to the sandbox go wrong, to see what comes then. Folded away: hardly anybody wants it. */
export function TroubleChoice({ page, values, onChange }: TroubleChoiceProps) {
  const id = useId();
  const asked = values.trouble ?? noTrouble;
  return (
    <details className={styles.trouble}>
      <summary>
        Make it go wrong <span className={styles.chosen}>{inShort(asked)}</span>
      </summary>
      <div className={styles.fields}>
        <label htmlFor={`${id}-answer`}>Answer</label>
        <select
          className={styles.choice}
          id={`${id}-answer`}
          value={asked.prefer}
          onChange={({ currentTarget }) => onChange({ ...asked, prefer: currentTarget.value })}
        >
          <option value="">As the sandbox does</option>
          {statusesOf(page).map((status) => (
            <option key={status} value={`code=${status}`}>
              {`${status} ${statusName(status) ?? ''}`.trim()}
            </option>
          ))}
          {connections.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-delay`}>It comes</label>
        <select
          className={styles.choice}
          id={`${id}-delay`}
          value={asked.delay}
          onChange={({ currentTarget }) => onChange({ ...asked, delay: currentTarget.value })}
        >
          {delays.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
}

function statusesOf({ responses }: OperationPage): readonly string[] {
  const declared = responses.map(({ status }) => status).filter((status) => /^[45]\d\d$/.test(status));
  return [...new Set([...declared, ...usual])].sort();
}

function inShort({ prefer, delay }: AskedTrouble): string {
  return [prefer, delay === '' ? '' : `${delay} ms late`].filter((text) => text !== '').join(', ');
}
