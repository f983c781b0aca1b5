import type { CallbackView, OperationPage } from '../../../../contract/reference-page';
import { MethodBadge } from '../../../ui';
import { Html } from '../schema/Html.view';
import type { Place } from '../schema/SchemaTree.view';
import { Source } from './AnswerLinks.view';
import { contentChoices } from './example-choices';
import { ExampleSwitcher } from './ExampleSwitcher';
import { MediaTypes } from './MediaTypes.view';
import { ParameterList } from './ParameterSections.view';
import { Response } from './ResponsesSection.view';
import { Section } from './Section.view';
import responses from './ResponsesSection.module.css';
import styles from './CallbacksSection.module.css';

/** What the platform sends to the integrator in the course of this operation, and what to answer. */
export function CallbacksSection({ page }: { readonly page: OperationPage }) {
  const { callbacks = [] } = page;
  if (callbacks.length === 0) return null;
  return (
    <Section id="callbacks" title="Callbacks">
      {callbacks.map((callback, index) => {
        const isFirstOfName = callbacks.findIndex(({ name }) => name === callback.name) === index;
        const id = `callback-${callback.name}${isFirstOfName ? '' : `-${index + 1}`}`;
        return <Callback key={id} callback={callback} id={id} place={page} isOpen={callbacks.length === 1} />;
      })}
    </Section>
  );
}

function Callback({
  callback,
  id,
  place,
  isOpen,
}: {
  readonly callback: CallbackView;
  readonly id: string;
  readonly place: Place;
  readonly isOpen: boolean;
}) {
  const { title, method, expression, sentTo, descriptionHtml, parameters, body } = callback;
  return (
    <details id={id} className={responses.response} open={isOpen}>
      <summary className={styles.head}>
        <span className={styles.title}>{title}</span>
        <MethodBadge method={method} />
      </summary>
      <div className={responses.inside}>
        <p className={styles.said}>
          The platform sends this to {sentTo ? <Source source={sentTo} /> : <code>{expression}</code>}.
        </p>
        <Html html={descriptionHtml} className={styles.said} />
        {parameters.length > 0 ? <p className={responses.headers}>Parameters</p> : null}
        <ParameterList parameters={parameters} place={place} prefix={`${id}-`} />
        {body ? (
          <>
            <p className={responses.headers}>Payload</p>
            <Html html={body.descriptionHtml} className={styles.said} />
            <MediaTypes content={body.content} id={`${id}-body`} place={place} />
            <div className={styles.sample}>
              <ExampleSwitcher choices={contentChoices(body.content)} label="Example payload" />
            </div>
          </>
        ) : null}
        {callback.responses.length > 0 ? <p className={responses.headers}>What you answer</p> : null}
        {callback.responses.map((response) => (
          <Response key={response.status} response={response} id={`${id}-${response.status}`} place={place} />
        ))}
      </div>
    </details>
  );
}
