import { use, useState } from 'react';
import type { PropertyView } from '../../../../contract/reference-page';
import { AddMember } from '../views/AddMember.view';
import { pathOf, pathTextOf, pointerTo, type BodyValueProps } from './field-place';
import { OutermostContext, useFormTools } from './form-context';
import { MapMembers } from './MapMembers';
import { OutermostMember } from './OutermostMember';
import { startJson } from './start-json';
import styles from './BodyForm.module.css';

/** An object: what is required or set in sight, the rest behind a menu; then members that the contract does not name. */
export function ObjectFields(place: BodyValueProps) {
  const { idPrefix, edit, parts, Value } = useFormTools();
  const { view, text, node, pointer, label } = place;
  const outermost = use(OutermostContext);
  const slots = pointer === '' ? outermost : null;
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const path = pathTextOf(place);
  const children = node?.kind === 'object' ? node.children : [];
  const properties = inOrder(view.properties ?? []);
  // Of a name that is there twice the last is what a reader takes.
  const places = new Map(children.map(({ name }, at) => [name, at]));
  const placeOf = (name: string): number => places.get(name) ?? -1;
  const isInSight = ({ name, required }: PropertyView): boolean =>
    required || placeOf(name) !== -1 || added.has(name) || (slots?.isSet(name) ?? false);

  const add = (name: string): void => {
    const schema = properties.find((property) => property.name === name)?.schema ?? { type: 'any' };
    const id = `${idPrefix}${pointerTo(pointer, name)}`;
    setAdded(new Set([...added, name]));
    void (schema.more === undefined ? Promise.resolve() : parts.fetch(schema.more)).then(() => {
      const hasOwn = slots?.control(name, id);
      if (!hasOwn) edit({ kind: 'add', path: pathOf(path), name, json: startJson(schema, parts.known) });
      requestAnimationFrame(() => document.getElementById(id)?.focus());
    });
  };
  const members = properties.filter(isInSight).map(({ name, required, schema }) => {
    const at = placeOf(name);
    const member = {
      view: schema,
      text,
      node: children[at]?.node,
      parent: path,
      at,
      name,
      pointer: pointerTo(pointer, name),
      label: name,
      required,
      canRemove: at !== -1 && !required,
    };
    if (!slots) return <Value key={name} {...member} />;
    const remove = (): void => setAdded(new Set([...added].filter((one) => one !== name)));
    return <OutermostMember key={name} {...member} slots={slots} onRemove={remove} />;
  });
  return (
    <div className={styles.members}>
      {members}
      <MapMembers {...place} isOpen={isOpenMap(view)} />
      <AddMember
        id={`${idPrefix}${pointer}-add`}
        label={label === '' ? 'Add a property' : `Add a property to ${label}`}
        options={properties
          .filter((property) => !isInSight(property))
          .map(({ name, schema }) => ({
            key: name,
            name,
            detail: `${schema.type}${schema.deprecated ? ' · deprecated' : ''}`,
          }))}
        onAdd={add}
      />
    </div>
  );
}

/** Required ones first; what an answer only shows is left out. */
function inOrder(properties: readonly PropertyView[]): readonly PropertyView[] {
  const written = properties.filter(({ schema }) => !schema.readOnly);
  return [...written.filter(({ required }) => required), ...written.filter(({ required }) => !required)];
}

/** Whether members of any name are asked for: the contract says what they hold, or names none at all. */
function isOpenMap({ additional, patterns, properties }: BodyValueProps['view']): boolean {
  return additional !== undefined || patterns !== undefined || (properties ?? []).length === 0;
}
