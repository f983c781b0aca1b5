import { useState } from 'react';
import { useLocation } from '@docusaurus/router';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Button } from '../../ui';
import styles from './Feedback.module.css';
import { WiredFeedback } from './WiredFeedback';

/** "What were you looking for?", where a search found nothing. */
export default function SearchReport({ query }: { readonly query: string }) {
  const { pathname } = useLocation();
  const { serviceUrl } = usePortalFields();
  const [asked, setAsked] = useState<string | null>(null);
  if (asked === null) {
    return (
      <Button size="small" className={styles.ask} onClick={() => setAsked(query)}>
        Tell the team what you were looking for
      </Button>
    );
  }
  return (
    <div className={styles.searched}>
      <WiredFeedback
        subject={{ kind: 'search', page: pathname, query: asked }}
        reasons={[]}
        serviceUrl={serviceUrl}
        question={`What did you hope to find for “${asked}”? (optional)`}
      />
    </div>
  );
}
