import type { ReactNode } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import type { JsonEdit, JsonPath } from '../json/edit-json';
import type { JsonNode } from '../json/json-tree';

/** A value of a body's form: what the contract says of it, what stands in the text, and where. */
export interface FieldPlace {
  readonly view: SchemaView;
  readonly text: string;
  /** Undefined while the member is not in the text. */
  readonly node: JsonNode | undefined;
  /** Steps to the object or list that it is in, between slashes; null of the whole body. */
  readonly parent: string | null;
  /** Its place there; -1 while it is not in the text. */
  readonly at: number;
  /** Null of an item, and of the whole. */
  readonly name: string | null;
  /** RFC 6901. */
  readonly pointer: string;
}

/** A value with its name in the form. */
export interface BodyValueProps extends FieldPlace {
  /** What it is called: a member's name, `item 2`; empty of the whole body. */
  readonly label: string;
  readonly required: boolean;
  /** Takes it out of the text; none where it has to stay. */
  readonly canRemove: boolean;
  /** Of an item: how many there are. */
  readonly listLength?: number;
  /** What it is chosen among, in its head. */
  readonly choice?: ReactNode;
}

/** Steps of a value from the root, as text that two renders can compare. */
export function pathTextOf({ parent, at }: Pick<FieldPlace, 'parent' | 'at'>): string {
  return parent === null ? '' : `${parent}/${at}`;
}

export function pathOf(text: string): JsonPath {
  return text.split('/').slice(1).map(Number);
}

/** Puts a value there, whether something is there or not. */
export function editOf(place: FieldPlace, json: string): JsonEdit {
  if (place.node || place.parent === null) return { kind: 'set', path: pathOf(pathTextOf(place)), json };
  return { kind: 'add', path: pathOf(place.parent), name: place.name, json };
}

export function rawOf({ text, node }: Pick<FieldPlace, 'text' | 'node'>): string | null {
  return node ? text.slice(node.from, node.to) : null;
}

/** Whether two places are drawn alike: offsets may differ, what stands there does not. */
export function isSamePlace(one: FieldPlace, other: FieldPlace): boolean {
  return (
    one.view === other.view &&
    one.parent === other.parent &&
    one.at === other.at &&
    one.name === other.name &&
    one.pointer === other.pointer &&
    rawOf(one) === rawOf(other)
  );
}

export function pointerTo(pointer: string, step: string): string {
  return `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
