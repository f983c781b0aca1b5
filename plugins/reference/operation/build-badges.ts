import type { BadgeView } from '../../../contract/reference-page.ts';

const MOST_BADGES = 6;
const LONGEST_TEXT = 40;

/** `x-badges`: words, or what Redocly and Scalar take, `{ name | label, color }`. A colour becomes the nearest tone of ours. */
export function buildBadges(badges: unknown): BadgeView[] {
  const list: readonly unknown[] = Array.isArray(badges) ? badges : [];
  return list.slice(0, MOST_BADGES).flatMap((entry) => {
    const { name, label, color } =
      typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : { name: entry };
    const text = [name, label].find((one) => typeof one === 'string' && one.trim() !== '');
    if (typeof text !== 'string') return [];
    return [{ text: text.trim().slice(0, LONGEST_TEXT), tone: toneOf(typeof color === 'string' ? color : '') }];
  });
}

const TONES: readonly (readonly [RegExp, BadgeView['tone']])[] = [
  [/green|lime|success|good|ok\b/, 'good'],
  [/yellow|orange|amber|gold|warn/, 'warning'],
  [/red|crimson|tomato|danger|error|bad/, 'bad'],
  [/blue|teal|cyan|purple|violet|indigo|magenta|pink|primary|accent|info/, 'accent'],
];

function toneOf(color: string): BadgeView['tone'] {
  const word = color.trim().toLowerCase();
  const hex = /^#([\da-f]{3}|[\da-f]{6})(?:[\da-f]{2})?$/.exec(word)?.[1];
  if (hex === undefined) return TONES.find(([pattern]) => pattern.test(word))?.[1] ?? 'neutral';
  return toneOfHue(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex);
}

function toneOfHue(hex: string): BadgeView['tone'] {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 32) return 'neutral';
  if (most === blue) return 'accent';
  if (most === green) return red > 0.8 * green ? 'warning' : 'good';
  return green > 0.4 * red ? 'warning' : 'bad';
}
