import Link2 from 'lucide-react/icons/link-2';
import { CopyButton } from '../../../ui';
import styles from './SchemaTree.module.css';

/** Copies the path of a property, or the address that leads to it. */
export function CopyPlace({ id, path }: { readonly id: string; readonly path: string }) {
  const { origin, pathname, search } = window.location;
  return (
    <span className={styles.copy}>
      <CopyButton text={path} label={`Copy the path ${path}`} />
      <CopyButton
        text={`${origin}${pathname}${search}#${encodeURI(id)}`}
        label={`Copy the link to ${path}`}
        Icon={Link2}
      />
    </span>
  );
}
