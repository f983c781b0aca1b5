import { useState } from 'react';
import { Button } from '../../../ui';
import styles from './Edit.module.css';

export interface RemoveListingProps {
  readonly isPublic: boolean;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

/** Removes the listing, when one has said so twice. */
export function RemoveListing({ isPublic, isBusy, onRemove }: RemoveListingProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
        Remove the listing
      </Button>
    );
  }
  return (
    <div className={styles.sure} role="group" aria-label="Remove the listing">
      <p>{isPublic ? 'It leaves the directory at once, and the draft goes too.' : 'The draft goes for good.'}</p>
      <div className={styles.ways}>
        <Button
          size="small"
          busy={isBusy}
          onClick={() => {
            setAsked(false);
            onRemove();
          }}
        >
          Remove it
        </Button>
        <Button size="small" variant="quiet" onClick={() => setAsked(false)}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
