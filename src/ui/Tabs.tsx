import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import clsx from 'clsx';
import styles from './Tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps {
  /** What is chosen between, for screen readers: `Language`. */
  readonly label: string;
  readonly items: readonly TabItem[];
  /** Where the caller keeps the choice; otherwise the first is open. */
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly className?: string;
}

/** From the tab at `at` of so many; arrows go round. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * Panels behind tabs, by the WAI-ARIA tabs pattern with activation by hand: arrows, Home and End move the focus, Enter and Space open.
 * Every panel is in the HTML; without JavaScript all are shown.
 */
export function Tabs({ label, items, value, onChange, className }: TabsProps) {
  const base = useId();
  const [chosen, setChosen] = useState(items[0]?.id);
  const open = items.some(({ id }) => id === value) ? value : chosen;
  const choose = (id: string): void => {
    setChosen(id);
    onChange?.(id);
  };
  return (
    <div className={clsx(styles.tabs, className)}>
      <div role="tablist" aria-label={label} className={styles.list} onKeyDown={moveFocus}>
        {items.map(({ id, label: name }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}t${index}`}
            aria-controls={`${base}p${index}`}
            aria-selected={id === open}
            tabIndex={id === open ? undefined : -1}
            className={styles.tab}
            onClick={() => choose(id)}
          >
            {name}
          </button>
        ))}
      </div>
      {items.map(({ id, content }, index) => (
        <div
          key={id}
          role="tabpanel"
          id={`${base}p${index}`}
          aria-labelledby={`${base}t${index}`}
          tabIndex={0}
          hidden={id !== open}
          className={styles.panel}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab === event.target);
  event.preventDefault();
  tabs[step(at, tabs.length)]?.focus();
}
