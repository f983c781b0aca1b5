import type { PropertyView, SchemaView } from '../../../../contract/reference-page';
import { AnchorLink } from './AnchorLink.view';
import { Facts } from './Facts.view';
import { Html } from './Html.view';
import { MoreSchema } from './MoreSchema';
import { hasSomethingToSay, insideWords, typeLabel } from './schema-words';
import styles from './SchemaTree.module.css';

export interface Place {
  readonly api: string;
  readonly version: string;
}

interface TreeProps {
  readonly view: SchemaView;
  /** The id of what the schema belongs to; its properties' ids begin with it. */
  readonly id: string;
  readonly place: Place;
}

/** What is inside a schema: properties, alternatives, items. Nothing for a plain value. */
export function SchemaTree({ view, id, place }: TreeProps) {
  const { properties, alternatives, items, additional, not, more, shownUnder } = view;
  if (shownUnder !== undefined) return <ShownUnder status={shownUnder} />;
  return (
    <>
      {properties ? (
        <ul className={styles.properties}>
          {properties.map((property) => (
            <Property key={property.name} property={property} id={`${id}.${property.name}`} place={place} />
          ))}
        </ul>
      ) : null}
      {alternatives ? <Alternatives alternatives={alternatives} id={id} place={place} /> : null}
      {items ? <Items view={items} id={id} place={place} /> : null}
      {additional ? <Named name="any other name" view={additional} id={`${id}.*`} place={place} /> : null}
      {not ? <Named name="but not" view={not} id={`${id}.not`} place={place} /> : null}
      {more === undefined ? null : <More name={more} label={insideWords(view) ?? 'details'} id={id} place={place} />}
    </>
  );
}

function Property({
  property,
  id,
  place,
}: {
  readonly property: PropertyView;
  readonly id: string;
  readonly place: Place;
}) {
  const { name, required, schema } = property;
  return (
    <li id={id} className={styles.property}>
      <AnchorLink id={id} className={styles.name}>
        {name}
      </AnchorLink>{' '}
      <span className={styles.type}>{typeLabel(schema)}</span>
      <Flags schema={schema} isRequired={required} />
      <Html html={schema.descriptionHtml} className={styles.description} />
      <Facts view={schema} />
      <Inside view={schema} id={id} place={place} />
    </li>
  );
}

/** Nested schemas are folded; a `details` opens without JavaScript, and by itself when an address leads into it. */
export function Inside({ view, id, place }: TreeProps) {
  const words = insideWords(view);
  if (words === undefined) return null;
  if (view.more !== undefined) return <More name={view.more} label={words} id={id} place={place} />;
  return (
    <details className={styles.fold}>
      <summary>{words}</summary>
      <div className={styles.inside}>
        <SchemaTree view={view} id={id} place={place} />
      </div>
    </details>
  );
}

export function Flags({ schema, isRequired }: { readonly schema: SchemaView; readonly isRequired: boolean }) {
  return (
    <>
      {isRequired ? <span className={styles.required}>required</span> : null}
      {schema.deprecated ? <span className={styles.deprecated}>deprecated</span> : null}
      {schema.readOnly ? <span className={styles.flag}>read only</span> : null}
      {schema.writeOnly ? <span className={styles.flag}>write only</span> : null}
    </>
  );
}

export function ShownUnder({ status }: { readonly status: string }) {
  return (
    <p className={styles.kind}>
      The same as under <AnchorLink id={status}>{status}</AnchorLink>.
    </p>
  );
}

function Items({ view, id, place }: TreeProps) {
  if (!hasSomethingToSay(view)) return null;
  return (
    <div className={styles.items}>
      <Html html={view.descriptionHtml} className={styles.description} />
      <Facts view={view} />
      <SchemaTree view={view} id={id} place={place} />
    </div>
  );
}

function Named({ name, ...tree }: TreeProps & { readonly name: string }) {
  return (
    <div className={styles.property}>
      <span className={styles.other}>{name}</span> <span className={styles.type}>{typeLabel(tree.view)}</span>
      <Html html={tree.view.descriptionHtml} className={styles.description} />
      <Facts view={tree.view} />
      <Inside {...tree} />
    </div>
  );
}

function Alternatives({
  alternatives: { kind, discriminator, schemas },
  id,
  place,
}: {
  readonly alternatives: NonNullable<SchemaView['alternatives']>;
  readonly id: string;
  readonly place: Place;
}) {
  return (
    <div className={styles.alternatives}>
      <p className={styles.kind}>
        {kind === 'oneOf' ? 'One of these' : 'Any of these'}
        {discriminator === undefined ? null : (
          <>
            , told by <code>{discriminator}</code>
          </>
        )}
      </p>
      {schemas.map((view, index) => {
        const label = view.title ?? view.name ?? typeLabel(view);
        const altId = `${id}.${index + 1}`;
        if (!hasSomethingToSay(view)) {
          return (
            <p key={altId} className={styles.alternative}>
              {label}
            </p>
          );
        }
        return (
          <details key={altId} id={altId} className={styles.fold} open={index === 0 && view.more === undefined}>
            <summary>{label}</summary>
            <div className={styles.inside}>
              <Html html={view.descriptionHtml} className={styles.description} />
              <Facts view={view} />
              <SchemaTree view={view} id={altId} place={place} />
            </div>
          </details>
        );
      })}
    </div>
  );
}

/** What is fetched when it is unfolded is a tree like this one. */
function More({ id, place, ...named }: { name: string; label: string; id: string; place: Place }) {
  return (
    <MoreSchema {...named} place={place}>
      {(view) => <SchemaTree view={view} id={id} place={place} />}
    </MoreSchema>
  );
}
