import type { SchemaView } from '../../../../contract/reference-page';
import { AnchorLink } from './AnchorLink.view';
import { Alternatives } from './Alternatives.view';
import { Conditions } from './Conditions.view';
import { Entry } from './Entry';
import { Facts } from './Facts.view';
import { Family } from './Family.view';
import { Html } from './Html.view';
import { MoreSchema } from './MoreSchema';
import { hasManyValues, hasSomethingToSay, insideWords } from './schema-words';
import type { TreeProps } from './tree-props';
import { ValueList } from './ValueList';
import styles from './SchemaTree.module.css';

export type { Place } from './tree-props';
export { Flags } from './Flags.view';

/** What is inside a schema: properties, alternatives, items. Nothing for a plain value. */
export function SchemaTree({ view, id, place, path = '' }: TreeProps) {
  if (view.shownUnder !== undefined) return <ShownUnder status={view.shownUnder} />;
  const sets = [...(view.alternatives ? [view.alternatives] : []), ...(view.alsoAlternatives ?? [])];
  const inside = (one: SchemaView, at: string) => <SchemaTree view={one} id={at} place={place} path={path} />;
  return (
    <>
      <Entries view={view} id={id} place={place} path={path} />
      {view.items && hasSomethingToSay(view.items) ? (
        <>
          <Html html={view.items.descriptionHtml} />
          <Facts view={view.items} />
          <SchemaTree view={view.items} id={id} place={place} path={`${path}[]`} />
        </>
      ) : null}
      {sets.map((set, index) => (
        <Alternatives key={index} set={set} id={setId(id, index)} place={place} path={path} isFirst={index === 0}>
          {inside}
        </Alternatives>
      ))}
      {view.discriminator ? <Family family={view.discriminator} place={place} /> : null}
      {view.conditions ? (
        <Conditions conditions={view.conditions} id={id}>
          {inside}
        </Conditions>
      ) : null}
      {hasManyValues(view) || view.more !== undefined ? <Inside view={view} id={id} place={place} path={path} /> : null}
    </>
  );
}

const setId = (id: string, index: number) => (index === 0 ? id : `${id}.also${index === 1 ? '' : index}`);

/** The named places in a schema, a line each, in the order in which one writes them. */
function Entries({ view, id, place, path = '' }: TreeProps) {
  const named = (name: string) => (path === '' ? name : `${path}.${name}`);
  const { properties = [], patterns = [], prefixItems = [], contains, additional, names, decoded, not } = view;
  const entries = [
    ...properties.map(({ name, required, schema }) => ({ name, required, schema, path: named(name) })),
    ...prefixItems.map((schema, index) => ({
      name: `[${index}]`,
      schema,
      path: `${path}[${index}]`,
      at: `${id}[${index}]`,
    })),
    ...(contains ? [{ name: 'contains', label: `contains ${contains.words} like this`, schema: contains.schema }] : []),
    ...patterns.map(({ name, schema }) => ({ name, label: 'names that match', code: name, schema })),
    ...(additional ? [{ name: '*', label: 'any other name', schema: additional }] : []),
    ...(names ? [{ name: 'names', label: 'every name', schema: names }] : []),
    ...(decoded ? [{ name: 'decoded', label: 'the text, decoded', schema: decoded }] : []),
    ...(not ? [{ name: 'not', label: 'but not', schema: not }] : []),
  ];
  if (entries.length === 0) return null;
  return (
    <ul className={styles.properties}>
      {entries.map(({ name, ...entry }) => {
        const at = 'at' in entry ? entry.at : `${id}.${name}`;
        const inPath = 'path' in entry ? entry.path : named('*');
        return (
          <Entry key={at} name={name} {...entry} id={at} path={inPath} place={place}>
            <Inside view={entry.schema} id={at} place={place} path={inPath} />
          </Entry>
        );
      })}
    </ul>
  );
}

/** Nested schemas are folded; a `details` opens without JavaScript, and by itself when an address leads into it. */
export function Inside({ view, id, place, path = '' }: TreeProps) {
  const words = insideWords(view);
  if (words === undefined) return null;
  if (view.more !== undefined || hasManyValues(view)) {
    return <Deeper view={view} label={words} id={id} place={place} path={path} />;
  }
  return (
    <details>
      <summary>{words}</summary>
      <div>
        <SchemaTree view={view} id={id} place={place} path={path} />
      </div>
    </details>
  );
}

/** What is fetched when it is unfolded is a tree like this one, or a list of values. */
function Deeper({ view, label, id, place, path }: TreeProps & { readonly label: string }) {
  if (hasManyValues(view)) return <ValueList view={view} label={label} id={id} place={place} />;
  if (view.more === undefined) return null;
  return (
    <MoreSchema file={view.more} view={view} label={label} id={id} place={place}>
      {(whole) => <SchemaTree view={whole} id={id} place={place} path={path} />}
    </MoreSchema>
  );
}

export function ShownUnder({ status }: { readonly status: string }) {
  return (
    <p className={styles.kind}>
      The same as under <AnchorLink id={status}>{status}</AnchorLink>.
    </p>
  );
}
