import { useEffect, useRef } from 'react';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../../ui';
import field from '../views/ParameterField.module.css';
import { pathOf, pathTextOf, pointerTo, type BodyValueProps } from './field-place';
import { useFormTools } from './form-context';
import { startJson } from './start-json';
import styles from './BodyForm.module.css';

export interface MapMembersProps extends BodyValueProps {
  /** Whether the contract has room for members of any name. */
  readonly isOpen: boolean;
}

const any = { type: 'any' };
const text = { type: 'string' };

/** Members whose names the contract does not give: a name and a value each. Where it has no room for them, they are only named. */
export function MapMembers({ isOpen, ...place }: MapMembersProps) {
  const { edit, parts, Value } = useFormTools();
  const { view, node, pointer, label } = place;
  const group = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);
  const path = pathTextOf(place);
  const named = new Set((view.properties ?? []).map(({ name }) => name));
  const children = node?.kind === 'object' ? node.children : [];
  const others = children.map((child, at) => ({ ...child, at })).filter(({ name }) => !named.has(name ?? ''));
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    Array.from(group.current?.querySelectorAll<HTMLInputElement>('[data-name]') ?? [])
      .at(-1)
      ?.focus();
  }, [others.length]);
  if (!isOpen) return others.length === 0 ? null : <Untouched names={others.map(({ name }) => name ?? '')} />;
  const viewOf = (name: string): BodyValueProps['view'] =>
    view.patterns?.find((pattern) => matches(pattern.name, name))?.schema ??
    view.additional ??
    (view.type === 'any' ? any : text);
  return (
    <div ref={group} className={styles.members}>
      {others.map(({ name, node: member, at }) => (
        <div key={at} className={styles.entry}>
          <input
            data-name=""
            className={field.control}
            aria-label={`Name in ${label || 'the body'}`}
            placeholder="name"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={name ?? ''}
            onChange={(event) => edit({ kind: 'rename', path: [...pathOf(path), at], name: event.target.value })}
          />
          <Value
            view={viewOf(name ?? '')}
            text={place.text}
            node={member}
            parent={path}
            at={at}
            name={name}
            pointer={pointerTo(pointer, name ?? '')}
            label={name === '' ? 'value' : (name ?? '')}
            required={false}
            canRemove
          />
        </div>
      ))}
      <Button
        variant="quiet"
        size="small"
        className={styles.start}
        icon={<Plus aria-hidden="true" />}
        aria-label={label === '' ? undefined : `Add a name and value to ${label}`}
        onClick={() => {
          isAdded.current = true;
          edit({ kind: 'add', path: pathOf(path), name: freeName(others), json: startJson(viewOf(''), parts.known) });
        }}
      >
        Add a name and value
      </Button>
    </div>
  );

  function freeName(taken: readonly { readonly name: string | null }[]): string {
    return taken.some(({ name }) => name === '') ? `name ${taken.length + 1}` : '';
  }
}

function Untouched({ names }: { readonly names: readonly string[] }) {
  const shown = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return (
    <p className={styles.note}>
      The contract does not know {shown}
      {more}: they stay in the text as they are.
    </p>
  );
}

/** A browser cannot stop a regular expression that takes for ever: only plain beginnings and endings are tried. */
function matches(pattern: string, name: string): boolean {
  const [, begins, plain, ends] = /^(\^?)([\w-]*)(\$?)$/.exec(pattern) ?? [];
  if (plain === undefined) return false;
  if (begins && ends) return name === plain;
  if (begins) return name.startsWith(plain);
  return ends ? name.endsWith(plain) : name.includes(plain);
}
