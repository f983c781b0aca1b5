import type { InputHTMLAttributes, ReactNode } from 'react';
import type { DraftField, EventDraft } from './event-draft';
import styles from './TeamEvents.module.css';

export interface EventFieldsProps {
  readonly id: string;
  readonly draft: EventDraft;
  readonly faults: Partial<Record<DraftField | 'whole', string>>;
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  readonly onPut: (field: DraftField, text: string) => void;
}

/** The fields of an event. What is wrong with one stands below it. */
export function EventFields({ id, draft, faults, cohorts, onPut }: EventFieldsProps) {
  const shared = (name: DraftField) => ({
    id: `${id}${name}`,
    name,
    value: draft[name],
    className: styles.field,
    'aria-invalid': faults[name] ? true : undefined,
    'aria-describedby': `${id}${name}-words`,
    onChange: (event: { target: { value: string } }) => onPut(name, event.target.value),
  });
  const around = (name: DraftField, label: string, control: ReactNode, words = '', isWide = false) => (
    <div className={isWide ? styles.wide : undefined}>
      <label htmlFor={`${id}${name}`}>{label}</label>
      {control}
      <span
        id={`${id}${name}-words`}
        role={faults[name] ? 'alert' : undefined}
        className={faults[name] ? styles.problem : styles.quiet}
      >
        {faults[name] ?? words}
      </span>
    </div>
  );
  const input = (name: DraftField, label: string, rest: InputHTMLAttributes<HTMLInputElement>, words = '') =>
    around(name, label, <input {...shared(name)} {...rest} />, words);
  const select = (name: DraftField, label: string, options: readonly (readonly [string, string])[]) =>
    around(
      name,
      label,
      <select {...shared(name)}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>,
    );

  return (
    <div className={styles.fields}>
      {select('kind', 'Kind', [
        ['office-hours', 'Office hours'],
        ['platform-day', 'Platform day'],
      ])}
      {input('title', 'Title', { required: true, maxLength: 120 })}
      {around(
        'description',
        'Description',
        <textarea {...shared('description')} rows={4} maxLength={4000} />,
        'As plain text.',
        true,
      )}
      {input('starts', 'Starts', { type: 'datetime-local', required: true }, 'By the clocks of the time zone.')}
      {input('minutes', 'Minutes', { type: 'number', required: true, min: 5, max: 4320 })}
      {input('time_zone', 'Time zone', { required: true, list: `${id}zones`, autoComplete: 'off' })}
      <datalist id={`${id}zones`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {input('capacity', 'Places', { type: 'number', min: 1, max: 10_000 }, 'Empty: as many as come.')}
      {input('place', 'Place', { maxLength: 200 })}
      {input('link', 'Link to take part', { type: 'url', maxLength: 500 }, 'Only who has a place sees it.')}
      {select('audience', 'For whom', [
        ['public', 'Everybody'],
        ['signed-in', 'Who is signed in'],
        ...cohorts.map(({ id: cohort, name }) => [`cohort:${cohort}`, `Cohort: ${name}`] as const),
      ])}
      {select('repeats', 'Repeats', [
        ['never', 'Once'],
        ['weekly', 'Each week'],
        ['biweekly', 'Every second week'],
      ])}
      {draft.repeats === 'never' ? null : input('until', 'Until', { type: 'date', required: true }, 'The last day.')}
    </div>
  );
}
