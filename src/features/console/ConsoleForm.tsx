import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import { heldKey, useGuestKey } from '../../portal-client';
import { announcement } from './announcement';
import { lastOf } from './console-state';
import { ConsoleTools } from './ConsoleTools';
import { Credentials, useEnvironment, useMaskedCredentials } from './credentials';
import { schemaParts } from './editor/schema-parts';
import { fieldKey, fieldsOf, type FieldProblem } from './request';
import { withoutTrouble } from './request/asked-trouble';
import { ArrivalNote } from './share/ArrivalNote';
import { useArrival } from './share/use-arrival';
import { useCodeRequests } from './use-code-requests';
import { useConsole, type ConsolePorts } from './use-console';
import { useGoTo } from './use-go-to';
import { useNow } from './use-now';
import { AnswerPane } from './views/AnswerPane.view';
import { BodyEditor } from './views/BodyEditor.view';
import { ParameterFields } from './views/ParameterFields.view';
import { RequestAsCode } from './views/RequestAsCode.view';
import { SendBar } from './views/SendBar.view';
import { TroubleChoice } from './views/TroubleChoice.view';
import styles from './ConsoleForm.module.css';

export interface ConsoleFormProps {
  readonly page: OperationPage;
  readonly ports: ConsolePorts;
  /** Completes an address without an origin in the code. */
  readonly origin: string;
}

/** The console: form, Send, answer. What it does is in `use-console.ts`; this places it on the page. */
export function ConsoleForm({ page, ports, origin }: ConsoleFormProps) {
  const idPrefix = useId();
  const form = useRef<HTMLFormElement>(null);
  const keyState = useGuestKey(ports.keys);
  const now = useNow(15_000);
  const { fetch: load } = ports;
  const parts = useMemo(() => schemaParts(page, (url) => load(url, {})), [page, load]);
  const { state, edit, send, sendWith, sendThese, sendAgain, cancel, reset } = useConsole(page, ports, parts);
  const { values, phase, marks } = state;
  const { arrival, take, dismiss } = useArrival(page, edit, ports.guide === undefined);
  const placed = useMaskedCredentials(page, ports.credentials);
  const to = useEnvironment(page, ports.credentials) === 'live' ? 'live' : null;
  const key = heldKey(keyState)?.key ?? null;
  const inCode = useCodeRequests(page, to === null ? values : withoutTrouble(values), {
    serviceUrl: ports.serviceUrl,
    key,
    placed,
  });

  const goTo = useGoTo(idPrefix);
  // The one who opened the console was on its button, which is gone.
  useEffect(() => form.current?.focus(), []);
  const isHeldBack = phase.kind === 'editing' && phase.held !== 'no';
  useEffect(() => {
    const first = isHeldBack ? firstOf(page, marks) : undefined;
    if (first) goTo(first);
  }, [isHeldBack, marks, page, goTo]);

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
        <ArrivalNote {...{ page, arrival, dismiss }} credentials={ports.credentials} />
        <Credentials
          page={page}
          credentials={ports.credentials}
          keyState={keyState}
          now={now}
          settled={lastOf(phase)}
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
            parts={parts}
            onChange={(part) => edit({ ...values, ...part }, ['body'])}
          />
        )}
        {ports.hasSandbox && to === null && (
          <TroubleChoice page={page} values={values} onChange={(trouble) => edit({ ...values, trouble }, [])} />
        )}
        <SendBar phase={phase} to={to} limits={inCode.limits} wait={ports.wait} onCancel={cancel} onReset={reset} />
      </form>
      <ConsoleTools {...{ page, ports, state, take, sendThese, origin }} code={inCode} />
      <p role="status" className="pt-unseen">
        {announcement(state)}
      </p>
      <AnswerPane
        page={page}
        settled={lastOf(phase)}
        sending={phase.kind === 'sending' ? phase : null}
        marks={phase.kind === 'answered' ? marks : []}
        parts={parts}
        onGoTo={goTo}
        values={values}
        onNext={sendWith}
        onAgain={sendAgain}
      />
      {inCode.masked && <RequestAsCode request={inCode.masked} withKey={inCode.withKey} origin={origin} />}
    </div>
  );
}

/** The first mark in the order of the form: required fields, optional ones, the body. */
function firstOf(page: OperationPage, marks: readonly FieldProblem[]): FieldProblem | undefined {
  const inOrder = [...fieldsOf(page)].sort((a, b) => Number(b.required) - Number(a.required)).map(fieldKey);
  return [...inOrder, 'body'].flatMap((field) => marks.filter((mark) => mark.field === field))[0];
}
