import type { ReferencePage, SchemaPage } from '../../../contract/reference-page';
import { framedRoute } from './frame/framed-route';
import { SchemaPageView } from './schema-page/SchemaPageView';

/** The frame of components. */
export default framedRoute<SchemaPage>({
  isHeld: (page: ReferencePage): page is SchemaPage => page.kind === 'schema',
  what: 'schema',
  view: (page) => <SchemaPageView key={`${page.api}/${page.version}/${page.slug}`} page={page} />,
});
