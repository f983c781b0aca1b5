import type { MediaTypeView } from '../../../../contract/reference-page';
import { Tabs } from '../../../ui';
import { Facts } from '../schema/Facts.view';
import { Html } from '../schema/Html.view';
import { TypeName } from '../schema/TypeName.view';
import { SchemaRoot } from '../schema/SchemaRoot.view';
import type { Place } from '../schema/SchemaTree.view';
import { BodyParts } from './BodyParts.view';
import styles from './MediaTypes.module.css';

interface MediaTypesProps {
  readonly content: readonly MediaTypeView[];
  readonly id: string;
  readonly place: Place;
  /** Whether the heading above says the media type already. */
  readonly isSaid?: boolean;
}

/** The schema of each media type; more than one behind tabs. */
export function MediaTypes({ content, id, place, isSaid = false }: MediaTypesProps) {
  const [only, ...others] = content;
  if (!only) return null;
  if (others.length === 0) return <MediaType content={only} id={id} place={place} isNamed={!isSaid} />;
  return (
    <Tabs
      label="Media type"
      items={content.map((one, index) => ({
        id: one.type,
        label: one.type,
        content: <MediaType content={one} id={index === 0 ? id : `${id}-${index + 1}`} place={place} isNamed />,
      }))}
    />
  );
}

interface MediaTypeProps {
  readonly content: MediaTypeView;
  readonly id: string;
  readonly place: Place;
  readonly isNamed: boolean;
}

function MediaType({ content: { type, schema, isSequence, parts = [] }, id, place, isNamed }: MediaTypeProps) {
  return (
    <>
      {isNamed ? (
        <p className={styles.type}>
          <code>{type}</code>
          {schema && !isSequence ? (
            <span>
              <TypeName view={schema} place={place} />
            </span>
          ) : null}
        </p>
      ) : null}
      {schema && isSequence ? (
        <p className={styles.type}>
          A sequence, sent item by item. Each item: <TypeName view={schema} place={place} />
        </p>
      ) : null}
      {schema ? (
        <>
          <Html html={schema.descriptionHtml} className={styles.lead} />
          <Facts view={schema} />
          <SchemaRoot view={schema} id={id} place={place} />
        </>
      ) : null}
      <BodyParts parts={parts} id={id} />
    </>
  );
}
