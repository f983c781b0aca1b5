import type { IntegrationEntry } from '../../portal-client';
import type { CardContent } from './IntegrationCard.view';
import { logoSrc } from './logo-src';

/** What the card of an entry of the directory says. */
export function cardOf({ name, summary, kind, logo, apis }: IntegrationEntry, serviceUrl: string): CardContent {
  return { name, summary, kind, logo: logoSrc(logo, serviceUrl), apis: apis.map(({ label }) => label) };
}
