import type { ChangesPage, ReferencePage } from '../../../contract/reference-page';
import { ChangesView } from './changes/ChangesView';
import { framedRoute } from './frame/framed-route';

/** The frame of what changed between two versions. */
export default framedRoute<ChangesPage>({
  isHeld: (page: ReferencePage): page is ChangesPage => page.kind === 'changes',
  what: 'comparison',
  view: (page) => <ChangesView key={`${page.api}/${page.version}/${page.from}`} page={page} />,
});
