import type { OperationPage, ReferencePage } from '../../../contract/reference-page';
import { framedRoute } from './frame/framed-route';
import { OperationView } from './operation/OperationView';

/** The frame of operations and webhooks. */
export default framedRoute<OperationPage>({
  isHeld: (page: ReferencePage): page is OperationPage => page.kind === 'operation' || page.kind === 'webhook',
  what: 'operation',
  view: (page) => <OperationView key={`${page.api}/${page.version}/${page.slug}`} page={page} />,
});
