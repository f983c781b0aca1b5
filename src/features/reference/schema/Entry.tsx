import { useState, type ReactNode } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { AnchorLink } from './AnchorLink.view';
import { CopyPlace } from './CopyPlace.view';
import { Facts } from './Facts.view';
import { Flags } from './Flags.view';
import { Html } from './Html.view';
import type { Place } from './tree-props';
import { TypeName } from './TypeName.view';

export interface EntryProps {
  readonly name: string;
  /** Where it is not a name in the value: `any other name`. */
  readonly label?: string;
  /** What follows the label, as code: a pattern. */
  readonly code?: string;
  readonly required?: boolean;
  readonly schema: SchemaView;
  readonly id: string;
  readonly path: string;
  readonly place: Place;
  /** What is inside. */
  readonly children: ReactNode;
}

/**
 * A property, or another place in a schema: an address, a type, words, and what is inside. Hundreds of them stand in a page's HTML,
 * so they have no classes: the list that they are in has one.
 */
export function Entry({ name, label, code, required = false, schema, id, path, place, children }: EntryProps) {
  // Hundreds of them stand in a page: the buttons are made for the one that is looked at.
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <li id={id} onPointerEnter={come} onFocus={come}>
      <AnchorLink id={id}>
        {label === undefined ? name : <i>{label}</i>}
        {code === undefined ? null : (
          <>
            {' '}
            <code>{code}</code>
          </>
        )}
      </AnchorLink>{' '}
      <span>
        <TypeName view={schema} place={place} />
      </span>
      <Flags schema={schema} isRequired={required} />
      {isNear ? <CopyPlace id={id} path={path} /> : null}
      <Html html={schema.descriptionHtml} />
      <Facts view={schema} />
      {children}
    </li>
  );
}
