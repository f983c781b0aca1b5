import type { OperationPage } from '../../../../contract/reference-page';
import { Html } from '../schema/Html.view';
import { MediaTypes } from './MediaTypes.view';
import { Section } from './Section.view';
import styles from './MediaTypes.module.css';

/** What is sent; for a webhook, what arrives. */
export function BodySection({ page }: { readonly page: OperationPage }) {
  const { body, kind } = page;
  if (!body) return null;
  const only = body.content.length === 1 ? body.content[0] : undefined;
  return (
    <Section
      id="body"
      title={kind === 'webhook' ? 'Payload' : 'Body'}
      aside={[only?.type, body.required || kind === 'webhook' ? '' : 'optional'].filter(Boolean).join(', ')}
    >
      <Html html={body.descriptionHtml} className={styles.lead} />
      <MediaTypes content={body.content} id="body" place={page} isSaid />
    </Section>
  );
}
