import type { JourneyConfig } from '../../contract/portal-config.ts';
import { PortalError } from '../../contract/read/portal-error.ts';
import { orRather } from './or-rather.ts';
import { elementsIn, parseGuide, startOf } from './parse-guide.ts';
import { attributesOf, plainAttribute, type Plain } from './plain-value.ts';

const names = ['FirstCall', 'Onboarding', 'Launchpad'] as const;
type WidgetName = (typeof names)[number];

/** Which of these a page may be without: its own journey is then `first-call`, or the reader's. */
const isFree: Readonly<Record<WidgetName, boolean>> = { FirstCall: true, Onboarding: false, Launchpad: true };

/** What is wrong with the widgets of a guide that show a journey: each with its place in the file. */
export function checkWidgets(source: string, file: string, journeys: readonly JourneyConfig[]): PortalError[] {
  if (!/<(?:FirstCall|Onboarding|Launchpad)\b/.test(source)) return [];
  return elementsIn(parseGuide(source), names).flatMap(({ name, node }) => {
    const faults: string[] = [];
    const written: Record<string, Plain | undefined> = {};
    const known = name === 'Launchpad' ? [] : ['journey'];
    for (const attribute of attributesOf(node)) {
      const key = attribute.name ?? '';
      if (known.includes(key)) written[key] = plainAttribute(attribute) ?? null;
      else faults.push(`there is no attribute "${key}"${orRather(key, known)}`);
    }
    const fault = name === 'Launchpad' ? null : wrongWith(name, written.journey, journeys);
    if (fault !== null) faults.push(fault);
    return faults.map((sentence) => new PortalError(`<${name}>: ${sentence}`, { file, ...startOf(node) }));
  });
}

function wrongWith(name: WidgetName, written: Plain | undefined, journeys: readonly JourneyConfig[]): string | null {
  if (written === undefined && isFree[name]) return null;
  const ids = journeys.map(({ id }) => id);
  if (typeof written !== 'string') return `say which one: journey="${ids[0] ?? 'launch'}".`;
  const journey = journeys.find(({ id }) => id === written);
  if (journey === undefined) return `portal.config.ts has no journey ${written}${orRather(written, ids)}`;
  const strange = journey.steps.find(({ proof }) => proof.kind !== 'key-issued' && proof.kind !== 'traffic');
  if (name !== 'FirstCall' || strange === undefined) return null;
  return `the step "${strange.id}" of ${written} cannot be done by one call. Show this journey by <Onboarding />.`;
}
