import type { AriaAttributes } from 'react';
import clsx from 'clsx';
import type { SchemaView } from '../../../../contract/reference-page';
import field from '../views/ParameterField.module.css';
import type { SingleShape } from './field-shape';
import { readable } from './readable';
import styles from './BodyForm.module.css';

export interface SingleControlProps {
  readonly shape: SingleShape;
  readonly view: SchemaView;
  /** What stands in the text; null where nothing does. */
  readonly json: string | null;
  readonly onChange: (json: string) => void;
  readonly attributes: AriaAttributes & { readonly id: string };
}

/** The control of a text, a number, true or false, or one of several values. What is of another type is shown as it is. */
export function SingleControl({ shape, view, json, onChange, attributes }: SingleControlProps) {
  const plain = {
    ...attributes,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    className: field.control,
  };
  if (shape.kind === 'choice' || shape.kind === 'boolean') {
    const choices = shape.kind === 'choice' ? shape.choices : ['true', 'false'];
    return (
      <select
        {...attributes}
        className={field.control}
        value={json ?? ''}
        onChange={(event) => onChange(event.target.value)}
      >
        {json === null && <option value="">Not sent</option>}
        {json !== null && !choices.includes(json) && <option value={json}>{readable(json)}</option>}
        {choices.map((choice, index) => (
          <option key={choice} value={choice}>
            {readable(choice)}
            {view.enumTexts?.[index] && ` · ${view.enumTexts[index]}`}
          </option>
        ))}
      </select>
    );
  }
  const text = json === null || json === 'null' ? '' : readable(json);
  const placeholder = json === 'null' ? 'null' : view.example === undefined ? '' : `e.g. ${readable(view.example)}`;
  if (shape.kind === 'number') {
    return (
      <input
        {...plain}
        type="text"
        inputMode="decimal"
        placeholder={placeholder}
        value={text}
        onChange={(event) => onChange(asNumber(event.target.value))}
      />
    );
  }
  const change = (next: string): void => onChange(JSON.stringify(next));
  // An input would drop the breaks of lines.
  return isOfOneLine(view) && !text.includes('\n') ? (
    <input
      {...plain}
      type="text"
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  ) : (
    <textarea
      {...plain}
      rows={Math.min(8, text.split('\n').length)}
      className={clsx(field.control, styles.prose)}
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** A number keeps the digits that were typed; what is no number is text, and can be sent all the same. */
function asNumber(text: string): string {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? text : JSON.stringify(text);
}

function isOfOneLine({ format, constraints = [] }: SchemaView): boolean {
  return (
    format !== undefined ||
    constraints.some((words) => / \d{1,2} characters?$/.test(words) || words.startsWith('matches'))
  );
}
