import { link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';
import type { OverviewTwinInput } from './overview-twin.ts';
import type { TwinTools } from './twin-tools.ts';

/** What `portal.config.ts` says of a version's end. */
export function deprecatedVersionNote(
  deprecated: NonNullable<OverviewTwinInput['deprecated']>,
  { api }: TwinTools,
): string {
  const { since, sunset, replacedBy, guide } = deprecated;
  const stops = sunset === undefined ? '' : ` It stops on ${plainText(sunset)}.`;
  const use =
    replacedBy === undefined ? '' : ` Use ${link(replacedBy, twinAddress(`/reference/${api}/${replacedBy}`))} instead.`;
  const how = guide === undefined ? '' : ` ${link('How to move', twinAddress(guide))}.`;
  return `> [!WARNING]\n> Deprecated since ${plainText(since)}.${stops}${use}${how}`;
}
