import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { FeedbackConfig, JourneyConfig } from '../../contract/portal-config';

/** What the widgets need of portal.config.ts, as docusaurus.config.ts passes it on in `customFields`. */
interface PortalFields {
  /** The origin of the service; '' is the site's own. */
  readonly serviceUrl: string;
  /** The site's own origin, as readers reach it. */
  readonly siteUrl: string;
  readonly journeys: readonly JourneyConfig[];
  readonly feedback: FeedbackConfig;
}

export function usePortalFields(): PortalFields {
  const { customFields = {}, url: siteUrl } = useDocusaurusContext().siteConfig;
  return { serviceUrl: '', siteUrl, journeys: [], feedback: {}, ...(customFields as Partial<PortalFields>) };
}
