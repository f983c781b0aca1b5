import Link from '@docusaurus/Link';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { CopyButton } from '../../ui';
import { serviceHref } from './service-href';
import styles from './Events.module.css';

const feed = '/api/v1/events/calendar.ics';

/** The feed of all public events, for calendar programs: `webcal` opens one. */
export function SubscribeLinks({ serviceUrl }: { readonly serviceUrl: string }) {
  const isBrowser = useIsBrowser();
  const address = isBrowser ? `${serviceUrl || globalThis.location.origin}${feed}` : '';
  return (
    <p className={styles.subscribe}>
      <Link to={isBrowser ? address.replace(/^https?:/, 'webcal:') : serviceHref(serviceUrl, feed)} target="_self">
        Subscribe in your calendar
      </Link>
      <CopyButton text={address} label="Copy the calendar’s address" />
    </p>
  );
}
