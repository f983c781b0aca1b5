import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import { heldKey, useGuestKey } from '../../portal-client';
import { announcement } from './announcement';
import { lastOf } from './console-state';
import { curlCommands } from './curl-commands';
import { fieldKey, fieldsOf, keyPlaces } from './request';
import { useConsole, type ConsolePorts } from './use-console';
import { useNow } from './use-now';
import { AnswerPane } from './views/AnswerPane.view';
import { BodyEditor } from './views/BodyEditor.view';
import { CredentialsLine } from './views/CredentialsLine.view';
import { ParameterFields } from './views/ParameterFields.view';
import { RequestAsCurl } from './views/RequestAsCurl.view';
import { SendBar } from './views/SendBar.view';
import styles from './ConsoleForm.module.css';

export interface ConsoleFormProps {
  readonly page: OperationPage;
  readonly ports: ConsolePorts;
  /** Completes an address without an origin in the curl command. */
  readonly origin: string;
}

/** The console: form, Send, answer. What it does is in `use-console.ts`; this places it on the page. */
export function ConsoleForm({ page, ports, origin }: ConsoleFormProps) {
  const idPrefix = useId();
  const form = useRef<HTMLFormElement>(null);
  const keyState = useGuestKey(ports.keys);
  const now = useNow(15_000);
  const { state, edit, send, cancel, reset } = useConsole(page, ports);
  const { values, phase, marks } = state;
  const isHeldBack = phase.kind === 'editing' && marks.length > 0;
  const curl = curlCommands(page, values, {
    serviceUrl: ports.serviceUrl,
    key: heldKey(keyState)?.key ?? null,
    origin,
  });

  const goTo = (field: string): void => document.getElementById(idOf(idPrefix, field))?.focus();
  // The one who opened the console was on its button, which is gone.
  useEffect(() => form.current?.focus(), []);
  const firstMark = isHeldBack
    ? firstOf(
        page,
        marks.map((mark) => mark.field),
      )
    : null;
  useEffect(() => {
    if (firstMark !== null) document.getElementById(idOf(idPrefix, firstMark))?.focus();
  }, [firstMark, idPrefix]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={styles.console}>
      <form
        ref={form}
        tabIndex={-1}
        noValidate
        aria-label={`Try ${page.title}`}
        className={styles.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <CredentialsLine
          isNeeded={keyPlaces(page).length > 0}
          keyState={keyState}
          now={now}
          onRetry={() => void ports.keys.obtain()}
        />
        <ParameterFields
          idPrefix={idPrefix}
          fields={fieldsOf(page)}
          values={values.parameters}
          marks={marks}
          onChange={(field, text) => edit({ ...values, parameters: { ...values.parameters, [field]: text } }, [field])}
        />
        {page.body && (
          <BodyEditor
            idPrefix={idPrefix}
            body={page.body}
            values={values}
            marks={marks}
            onChange={(part) => edit({ ...values, ...part }, ['body'])}
          />
        )}
        <SendBar phase={phase} limits={curl.limits} onCancel={cancel} onReset={reset} />
      </form>
      <p role="status" className="pt-unseen">
        {announcement(state)}
      </p>
      <AnswerPane
        page={page}
        settled={lastOf(phase)}
        coming={phase.kind === 'sending' ? phase.partial : null}
        marks={phase.kind === 'answered' ? marks : []}
        onGoTo={goTo}
      />
      {curl.masked !== null && <RequestAsCurl masked={curl.masked} withKey={curl.withKey} />}
    </div>
  );
}

function idOf(idPrefix: string, field: string): string {
  return `${idPrefix}-${field}`;
}

/** The first marked field in the order of the form. */
function firstOf(page: OperationPage, marked: readonly string[]): string | null {
  const inOrder = [...fieldsOf(page)].sort((a, b) => Number(b.required) - Number(a.required)).map(fieldKey);
  return [...inOrder, 'body'].find((field) => marked.includes(field)) ?? null;
}
