import type { BodyView, MediaTypeView } from '../../../../contract/reference-page';
import styles from './BodyEditor.module.css';

export type BodyViewName = 'form' | 'text';

export interface BodyHeadProps {
  /** Of the control that the word Body is the label of. */
  readonly textId: string;
  readonly body: BodyView;
  readonly media: MediaTypeView | undefined;
  readonly mediaType: number;
  readonly text: string;
  /** None where there is only the text. */
  readonly view: BodyViewName | null;
  readonly onMediaType: (index: number) => void;
  readonly onExample: (text: string) => void;
  readonly onView: (view: BodyViewName) => void;
}

/** What the body is: its media type, the contract's examples to fill it from, fields or text. */
export function BodyHead({
  textId,
  body,
  media,
  mediaType,
  text,
  view,
  onMediaType,
  onExample,
  onView,
}: BodyHeadProps) {
  const examples = media?.examples ?? [];
  const [only] = examples;
  return (
    <div className={styles.head}>
      {view === 'form' ? (
        <span id={`${textId}-label`} className={styles.label}>
          Body
        </span>
      ) : (
        <label htmlFor={textId} id={`${textId}-label`} className={styles.label}>
          Body
        </label>
      )}
      {body.content.length > 1 ? (
        <select
          aria-label="Media type"
          className={styles.select}
          value={mediaType}
          onChange={(event) => onMediaType(Number(event.target.value))}
        >
          {body.content.map(({ type }, index) => (
            <option key={type} value={index}>
              {type}
            </option>
          ))}
        </select>
      ) : (
        <span className={styles.type}>{media?.type}</span>
      )}
      {view !== null && (
        <div role="group" aria-label="Edit the body as" className={styles.views}>
          {(['form', 'text'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={view === one}
              className={styles.view}
              onClick={() => onView(one)}
            >
              {one === 'form' ? 'Form' : 'Text'}
            </button>
          ))}
        </div>
      )}
      {examples.length > 1 && (
        <select
          aria-label="Example"
          className={styles.select}
          value={examples.findIndex((one) => one.text === text)}
          onChange={(event) => onExample(examples[Number(event.target.value)]?.text ?? '')}
        >
          <option value={-1} disabled>
            Your own
          </option>
          {examples.map(({ name, summary }, index) => (
            <option key={name} value={index}>
              {summary ?? name}
            </option>
          ))}
        </select>
      )}
      {only && examples.length === 1 && text !== only.text && (
        <button type="button" className={styles.fill} onClick={() => onExample(only.text)}>
          Use the example
        </button>
      )}
    </div>
  );
}
