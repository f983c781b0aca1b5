import type { ReactNode } from 'react';
import { Tabs as Base } from '@base-ui/react/tabs';
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

/** Panels behind tabs, by the WAI-ARIA tabs pattern. Every panel is in the HTML; without JavaScript all are shown. */
export function Tabs({ label, items, value, onChange, className }: TabsProps) {
  return (
    <Base.Root
      className={clsx(styles.tabs, className)}
      {...(value === undefined ? { defaultValue: items[0]?.id } : { value })}
      onValueChange={(id: string) => onChange?.(id)}
    >
      <Base.List className={styles.list} aria-label={label}>
        {items.map(({ id, label: name }) => (
          <Base.Tab key={id} value={id} className={styles.tab}>
            {name}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map(({ id, content }) => (
        <Base.Panel key={id} value={id} keepMounted className={styles.panel}>
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
