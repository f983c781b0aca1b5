import type { MediaTypeView } from '../../../../contract/reference-page';
import { Tabs } from '../../../ui';
import { Facts } from '../schema/Facts.view';
import { Html } from '../schema/Html.view';
import { typeLabel } from '../schema/schema-words';
import { SchemaTree, type Place } from '../schema/SchemaTree.view';
import tree from '../schema/SchemaTree.module.css';
import styles from './MediaTypes.module.css';

interface MediaTypesProps {
  readonly content: readonly MediaTypeView[];
  readonly id: string;
  readonly place: Place;
}

/** The schema of each media type; more than one behind tabs. */
export function MediaTypes({ content, id, place }: MediaTypesProps) {
  const [only, ...others] = content;
  if (!only) return null;
  if (others.length === 0) return <MediaType content={only} id={id} place={place} />;
  return (
    <Tabs
      label="Media type"
      items={content.map((one, index) => ({
        id: one.type,
        label: one.type,
        content: <MediaType content={one} id={index === 0 ? id : `${id}-${index + 1}`} place={place} />,
      }))}
    />
  );
}

function MediaType({
  content: { type, schema },
  id,
  place,
}: {
  readonly content: MediaTypeView;
  readonly id: string;
  readonly place: Place;
}) {
  return (
    <div className={styles.mediaType}>
      <p className={styles.type}>
        <code>{type}</code>
        {schema ? <span>{typeLabel(schema)}</span> : null}
      </p>
      {schema ? (
        <>
          <Html html={schema.descriptionHtml} className={tree.description} />
          <Facts view={schema} />
          <SchemaTree view={schema} id={id} place={place} />
        </>
      ) : null}
    </div>
  );
}
