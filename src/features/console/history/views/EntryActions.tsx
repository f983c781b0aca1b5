import { useEffect, useState } from 'react';
import LinkIcon from 'lucide-react/icons/link';
import Repeat from 'lucide-react/icons/repeat-2';
import Scale from 'lucide-react/icons/git-compare';
import Star from 'lucide-react/icons/star';
import Trash from 'lucide-react/icons/trash-2';
import { Button, CopyButton, IconButton } from '../../../../ui';
import { hashOf } from '../../share/share-link';
import { pageOf, type HistoryEntry } from '../history-entry';
import type { EntryDetailProps } from './EntryDetail';
import styles from './EntryDetail.module.css';

type EntryActionsProps = EntryDetailProps;

/** What one can do with a request of the history. */
export function EntryActions({ store, entry, isHere, origin, actions, onCompare }: EntryActionsProps) {
  const link = useLink(entry, origin);
  const { isFavourite, outcome } = entry;
  const favourite = isFavourite ? 'No favourite any more' : 'Make it a favourite';
  return (
    <div className={styles.actions}>
      <Button variant="primary" size="small" onClick={() => actions.open(entry)}>
        {isHere ? 'Open' : 'Open on its page'}
      </Button>
      {isHere && (
        <Button size="small" icon={<Repeat aria-hidden="true" />} onClick={() => actions.repeat(entry)}>
          Repeat
        </Button>
      )}
      {outcome !== null && (
        <Button size="small" icon={<Scale aria-hidden="true" />} onClick={onCompare}>
          Compare
        </Button>
      )}
      <span className={styles.icons}>
        <IconButton
          label="Favourite"
          title={favourite}
          aria-pressed={isFavourite}
          className={styles.favourite}
          onClick={() => void store.change(entry.id, { isFavourite: !isFavourite })}
        >
          <Star size={16} aria-hidden="true" />
        </IconButton>
        {link !== null && <CopyButton text={link} label="Copy a link to this request" Icon={LinkIcon} />}
        <IconButton label="Delete" onClick={() => void actions.remove(entry)}>
          <Trash size={16} aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
}

/** Null until it is made, and where the request is too long for one. */
function useLink({ request, operation }: HistoryEntry, origin: string): string | null {
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    let isLate = false;
    void hashOf(request).then((made) => {
      if (!isLate) setHash(made);
    });
    return () => {
      isLate = true;
    };
  }, [request]);
  return hash && origin + pageOf(operation) + hash;
}
