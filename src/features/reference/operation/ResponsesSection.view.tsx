import type { OperationPage, ResponseView } from '../../../../contract/reference-page';
import { StatusBadge } from '../../../ui';
import { Html } from '../schema/Html.view';
import type { Place } from '../schema/SchemaTree.view';
import { AnswerLinks } from './AnswerLinks.view';
import { HeaderList } from './HeaderList.view';
import { MediaTypes } from './MediaTypes.view';
import { Section } from './Section.view';
import styles from './ResponsesSection.module.css';

/** The answers, the first one open. A `details` each: all of it is there without JavaScript. */
export function ResponsesSection({ page }: { readonly page: OperationPage }) {
  if (page.responses.length === 0) return null;
  return (
    <Section id="responses" title={page.kind === 'webhook' ? 'What you answer' : 'Responses'}>
      {page.responses.map((response, index) => (
        <Response key={response.status} response={response} id={response.status} place={page} isOpen={index === 0} />
      ))}
    </Section>
  );
}

export function Response({
  response,
  id,
  place,
  isOpen = false,
}: {
  readonly response: ResponseView;
  readonly id: string;
  readonly place: Place;
  readonly isOpen?: boolean;
}) {
  const { status, descriptionHtml, headers, content, links = [] } = response;
  const head = (
    <>
      <StatusBadge status={status} named />
      <Html html={descriptionHtml} className={styles.description} />
    </>
  );
  const hasLink = descriptionHtml.includes('<a ');
  if (headers.length === 0 && content.length === 0 && links.length === 0) {
    return (
      <div id={id} className={styles.response}>
        <div className={styles.plain}>{head}</div>
      </div>
    );
  }
  return (
    <details id={id} className={styles.response} open={isOpen}>
      {/* What folds is one button: a link within it could not be told from it. */}
      <summary>{hasLink ? <StatusBadge status={status} named /> : head}</summary>
      <div className={styles.inside}>
        {hasLink ? <Html html={descriptionHtml} className={styles.description} /> : null}
        <MediaTypes content={content} id={id} place={place} />
        {headers.length > 0 ? (
          <>
            <p className={styles.headers}>Headers</p>
            <HeaderList headers={headers} id={id} />
          </>
        ) : null}
        {links.length > 0 ? <AnswerLinks links={links} id={id} /> : null}
      </div>
    </details>
  );
}
