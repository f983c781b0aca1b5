import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { AccountsConfig, FeedbackConfig, JourneyConfig, ServerVariableConfig } from '../../contract/portal-config';

/** What a page may know of a live upstream: that there is one, and what a request may choose. Its address stays in the service. */
export interface LiveServer {
  readonly variables: Readonly<Record<string, ServerVariableConfig>>;
}

/** By `{api}/{version}`. */
export type LiveServers = Readonly<Record<string, LiveServer>>;

/** What the widgets need of portal.config.ts, as docusaurus.config.ts passes it on in `customFields`. */
interface PortalFields {
  /** The origin of the service; '' is the site's own. */
  readonly serviceUrl: string;
  /** The site's own origin, as readers reach it. */
  readonly siteUrl: string;
  readonly journeys: readonly JourneyConfig[];
  readonly feedback: FeedbackConfig;
  readonly live: LiveServers;
  readonly accounts: Pick<AccountsConfig, 'signUp'>;
  /** The groups of early access that this edition of the site is for; none: it is for everybody. */
  readonly readers: readonly string[];
  /** The guides of this edition that are early access, by their files. */
  readonly earlyGuides: readonly string[];
  /** Whether a version has a sandbox. */
  readonly apis: readonly {
    readonly id: string;
    readonly versions: readonly { readonly id: string; readonly sandbox: boolean }[];
  }[];
}

export function usePortalFields(): PortalFields {
  const { customFields = {}, url: siteUrl } = useDocusaurusContext().siteConfig;
  return {
    serviceUrl: '',
    siteUrl,
    journeys: [],
    feedback: {},
    live: {},
    accounts: {},
    readers: [],
    earlyGuides: [],
    apis: [],
    ...(customFields as Partial<PortalFields>),
  };
}
