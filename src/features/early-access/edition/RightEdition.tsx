import { useEffect, useRef } from 'react';
import { useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { isOtherEdition, readerOf } from './edition-of';

/**
 * When somebody signs in, out, or acts for another organization, the page that is open may be of an edition of the site that is not theirs
 * any more, or not theirs yet: then it is loaded again. Asks the service only at such a moment.
 */
export function RightEdition() {
  const { serviceUrl, readers } = usePortalFields();
  const reader = readerOf(useSession(serviceUrl));
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (reader === null) return;
    const isAnother = before.current !== null && before.current !== reader;
    before.current = reader;
    if (!isAnother) return;
    void isOtherEdition(readers, (init) => fetch(location.pathname, init)).then((isOther) => {
      if (isOther) location.reload();
    });
  }, [reader, readers]);
  return null;
}
