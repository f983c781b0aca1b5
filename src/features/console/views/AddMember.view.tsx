import { useId, useState, type KeyboardEvent } from 'react';
import clsx from 'clsx';
import styles from './AddMember.module.css';

export interface AddOption {
  readonly key: string;
  readonly name: string;
  /** Its type and place. */
  readonly detail: string;
}

export interface AddMemberProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly AddOption[];
  readonly onAdd: (key: string) => void;
}

const MOST_SHOWN = 100;

/**
 * What else can be set, by the WAI-ARIA combobox pattern: typing narrows the list, arrows go through it, Enter adds, Escape closes. Nothing
 * is added by typing alone. The list stands in the page, not above it, so that a phone scrolls it like the rest.
 */
export function AddMember({ id, label, options, onAdd }: AddMemberProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  if (options.length === 0) return null;
  const wanted = query.trim().toLowerCase();
  const found = wanted === '' ? options : matching(options, wanted);
  const shown = found.slice(0, MOST_SHOWN);

  const close = (): void => {
    setOpen(false);
    setActive(-1);
    setQuery('');
  };
  const add = (option: AddOption | undefined): void => {
    if (!option) return;
    close();
    onAdd(option.key);
  };
  const goTo = (at: number): void => {
    setOpen(true);
    setActive(at);
    document.getElementById(`${listId}${at}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowDown: () => goTo(isOpen ? (active + 1) % Math.max(1, shown.length) : 0),
      ArrowUp: () => goTo(active <= 0 ? shown.length - 1 : active - 1),
      Enter: () => (isOpen ? add(shown[active] ?? (shown.length === 1 ? shown[0] : undefined)) : setOpen(true)),
      Escape: isOpen ? close : undefined,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.add}>
      <input
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[active] ? `${listId}${active}` : undefined}
        className={styles.input}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={`+ ${label.replace(/ to .*/, '')} (${options.length} optional)`}
        value={query}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
          setActive(event.target.value.trim() === '' ? -1 : 0);
        }}
      />
      <ul id={listId} role="listbox" aria-label={label} className={styles.list} hidden={!isOpen || shown.length === 0}>
        {isOpen &&
          shown.map((option, at) => (
            <li
              key={option.key}
              id={`${listId}${at}`}
              role="option"
              aria-selected={at === active}
              className={clsx(styles.option, at === active && styles.active)}
              // The input keeps the focus, so that it does not close the list before the press is over.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(option)}
            >
              <span className={styles.name}>{option.name}</span> <span className={styles.detail}>{option.detail}</span>
            </li>
          ))}
      </ul>
      {isOpen && found.length !== 1 && (
        <p role="status" className={found.length === 0 || found.length > shown.length ? styles.count : 'pt-unseen'}>
          {found.length === 0 ? `Nothing is called “${query}”.` : countWords(found.length, shown.length)}
        </p>
      )}
    </div>
  );
}

/** Those that begin with it first, then those that have it in their name, then in their type. */
function matching(options: readonly AddOption[], wanted: string): readonly AddOption[] {
  const places = options.map((option) => ({
    option,
    at: `${option.name} ${option.detail}`.toLowerCase().indexOf(wanted),
  }));
  const found = places.filter(({ at }) => at !== -1);
  return found.toSorted((a, b) => Math.sign(a.at) - Math.sign(b.at)).map(({ option }) => option);
}

function countWords(found: number, shown: number): string {
  return found > shown ? `The first ${shown} of ${found}: type to find others.` : `${found} to choose from`;
}
