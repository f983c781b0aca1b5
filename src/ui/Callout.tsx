import type { ReactNode } from 'react';
import Info from 'lucide-react/icons/info';
import Lightbulb from 'lucide-react/icons/lightbulb';
import OctagonAlert from 'lucide-react/icons/octagon-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import styles from './Callout.module.css';

const KINDS = {
  note: { Icon: Info, name: 'Note' },
  tip: { Icon: Lightbulb, name: 'Tip' },
  warning: { Icon: TriangleAlert, name: 'Take care' },
  danger: { Icon: OctagonAlert, name: 'Danger' },
};

export type CalloutKind = keyof typeof KINDS;

export interface CalloutProps {
  readonly kind?: CalloutKind;
  /** Default: the kind's name. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** A remark beside the text. Its kind is said by an icon and a title, not by colour alone. */
export function Callout({ kind = 'note', title, children }: CalloutProps) {
  const { Icon, name } = KINDS[kind];
  return (
    <aside className={styles.callout} data-kind={kind} aria-label={typeof title === 'string' ? title : name}>
      <Icon size={18} aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.title}>{title ?? name}</p>
        {children}
      </div>
    </aside>
  );
}
