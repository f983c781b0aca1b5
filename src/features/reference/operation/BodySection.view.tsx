import type { OperationPage } from '../../../../contract/reference-page';
import { Html } from '../schema/Html.view';
import tree from '../schema/SchemaTree.module.css';
import { MediaTypes } from './MediaTypes.view';
import { Section } from './Section.view';

/** What is sent; for a webhook, what arrives. */
export function BodySection({ page }: { readonly page: OperationPage }) {
  const { body, kind } = page;
  if (!body) return null;
  return (
    <Section
      id="body"
      title={kind === 'webhook' ? 'Payload' : 'Body'}
      aside={body.required || kind === 'webhook' ? null : 'optional'}
    >
      <Html html={body.descriptionHtml} className={tree.description} />
      <MediaTypes content={body.content} id="body" place={page} />
    </Section>
  );
}
