import type { OperationPage, ResponseView } from '../../../../contract/reference-page';
import { StatusBadge } from '../../../ui';
import { Facts } from '../schema/Facts.view';
import { Html } from '../schema/Html.view';
import { typeLabel } from '../schema/schema-words';
import { Flags, ShownUnder, type Place } from '../schema/SchemaTree.view';
import tree from '../schema/SchemaTree.module.css';
import { MediaTypes } from './MediaTypes.view';
import { Section } from './Section.view';
import styles from './ResponsesSection.module.css';

/** The answers, the first one open. A `details` each: all of it is there without JavaScript. */
export function ResponsesSection({ page }: { readonly page: OperationPage }) {
  if (page.responses.length === 0) return null;
  return (
    <Section id="responses" title={page.kind === 'webhook' ? 'What you answer' : 'Responses'}>
      {page.responses.map((response, index) => (
        <Response key={response.status} response={response} place={page} isOpen={index === 0} />
      ))}
    </Section>
  );
}

function Response({
  response,
  place,
  isOpen,
}: {
  readonly response: ResponseView;
  readonly place: Place;
  readonly isOpen: boolean;
}) {
  const { status, descriptionHtml, headers, content } = response;
  const id = status;
  const head = (
    <>
      <StatusBadge status={status} named />
      <Html html={descriptionHtml} className={styles.description} />
    </>
  );
  if (headers.length === 0 && content.length === 0) {
    return (
      <div id={id} className={styles.response}>
        <div className={styles.plain}>{head}</div>
      </div>
    );
  }
  return (
    <details id={id} className={styles.response} open={isOpen}>
      <summary>{head}</summary>
      <div className={styles.inside}>
        <MediaTypes content={content} id={id} place={place} />
        {headers.length > 0 ? <p className={styles.headers}>Headers</p> : null}
        <ul className={tree.properties}>
          {headers.map(({ name, required, descriptionHtml: text, schema }) => (
            <li key={name} id={`${id}-${name}`} className={tree.property}>
              <code className={tree.name}>{name}</code> <span className={tree.type}>{typeLabel(schema)}</span>
              <Flags schema={schema} isRequired={required} />
              <Html html={text || schema.descriptionHtml} className={tree.description} />
              <Facts view={schema} />
              {schema.shownUnder === undefined ? null : <ShownUnder status={schema.shownUnder} />}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
