import type { MediaTypeView } from '../../../../contract/reference-page';
import { isJsonMediaType } from '../request';
import type { BodyViewName } from './BodyHead.view';

type Sort = 'json' | 'pairs';

/** Who once wants fields wants them on the next page too: as long as the page is loaded. JSON begins as text, forms as fields. */
const chosen = new Map<Sort, BodyViewName>();

export function chosenBodyView(media: MediaTypeView): BodyViewName {
  const sort = sortOf(media);
  return chosen.get(sort) ?? (sort === 'json' ? 'text' : 'form');
}

export function chooseBodyView(media: MediaTypeView, view: BodyViewName): void {
  chosen.set(sortOf(media), view);
}

const sortOf = ({ type }: MediaTypeView): Sort => (isJsonMediaType(type) ? 'json' : 'pairs');
