import type { ReferencePage, TagPage } from '../../../contract/reference-page';
import { framedRoute } from './frame/framed-route';
import { TagView } from './overview/TagView';

/** The frame of tags. */
export default framedRoute<TagPage>({
  isHeld: (page: ReferencePage): page is TagPage => page.kind === 'tag',
  what: 'section',
  view: (page) => <TagView page={page} />,
  documentTitle: ({ title }, outline) => `${title} – ${outline.title} ${outline.version}`,
});
