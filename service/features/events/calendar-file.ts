/** One VEVENT (RFC 5545 §3.6.1). */
export interface CalendarEntry {
  /** The same for ever, and nowhere else. */
  readonly uid: string;
  readonly sequence: number;
  /** When it was last changed. */
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** Its page. */
  readonly url: string;
  readonly isCancelled: boolean;
}

/**
 * A calendar file (RFC 5545), its times in UTC: each entry is one date, so that nothing repeats by a rule and no time zone need be
 * told. `refreshHours`: for a feed, how often to look again (RFC 7986 §5.7).
 */
export function calendarFile(calendar: {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  readonly refreshHours?: number;
}): string {
  const { name, entries, refreshHours } = calendar;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Portolan//Events//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${asText(name)}`,
    `X-WR-CALNAME:${asText(name)}`,
    ...(refreshHours === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]),
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry): readonly string[] {
  const changed = asUtc(entry.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART:${asUtc(entry.startsAt)}`,
    `DTEND:${asUtc(entry.endsAt)}`,
    `SUMMARY:${asText(entry.title)}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${asText(entry.description)}`]),
    ...(entry.place === '' ? [] : [`LOCATION:${asText(entry.place)}`]),
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** §3.3.5, form 2: `20261201T130000Z`. */
function asUtc(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** §3.3.11: somebody's text stays one value. Characters that no calendar may hold are left out. */
function asText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', String.raw`\n`);
}

const widestLine = 75;

/** §3.1: at most 75 octets a line, without its end; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > widestLine) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
