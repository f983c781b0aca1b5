import type { JourneyConfig } from '../../../contract/portal-config.ts';
import { proofWords } from '../../../contract/proof-words.ts';
import { link, plainText } from '../markdown/inline.ts';

/** What `<Onboarding />` shows to whoever has no progress: the steps, what proves each, and where one reads on. */
export function journeyText(
  id: string,
  journeys: readonly JourneyConfig[],
  twinLink: (href: string) => string,
): string {
  const journey = journeys.find((one) => one.id === id);
  const steps = (journey?.steps ?? []).map(({ title, text, proof, optional, links = [] }, index) => {
    const words = [text, optional === true ? 'It is optional.' : undefined, proofWords(proof)];
    const said = words.filter((one) => one !== undefined).map(plainText);
    const places = links.map(({ label, href }) => `${link(label, twinLink(href))}.`);
    return [`${index + 1}. **${plainText(title)}.**`, ...said, ...places].join(' ');
  });
  return [...steps, `Where you stand is at ${link('/launch', '/launch')}.`].join('\n').replace(/\n(?=Where)/, '\n\n');
}
