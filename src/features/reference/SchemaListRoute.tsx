import type { ReferencePage, SchemaListPage } from '../../../contract/reference-page';
import { framedRoute } from './frame/framed-route';
import { SchemaListView } from './schema-page/SchemaListView';

/** The frame of the lists of components. */
export default framedRoute<SchemaListPage>({
  isHeld: (page: ReferencePage): page is SchemaListPage => page.kind === 'schemas',
  what: 'list of schemas',
  view: (page) => <SchemaListView key={`${page.api}/${page.version}`} page={page} />,
});
