import type { SchemaView } from '../../../../contract/reference-page';
import { schemaHref } from '../data/page-address';
import { QuietLink } from '../layout/QuietLink';
import { namedPart, typeLabel } from './schema-words';
import type { Place } from './tree-props';

/** The type beside a name; a component's name leads to its page. */
export function TypeName({ view, place }: { readonly view: SchemaView; readonly place: Place }) {
  const label = typeLabel(view);
  const named = namedPart(view, label);
  if (!named) return label;
  const { before, name, slug, after } = named;
  return (
    <>
      {before}
      <QuietLink to={schemaHref(place, slug)}>{name}</QuietLink>
      {after}
    </>
  );
}
