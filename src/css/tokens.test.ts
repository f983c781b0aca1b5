import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const colours = new Map(
  [...css.matchAll(/--pt-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const PAPERS = ['paper', 'paper-raised', 'paper-sunk'];
const TEXTS = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'sea',
  'ok',
  'warn',
  'bad',
  'get',
  'post',
  'put',
  'patch',
  'delete',
];
const SYNTAX = [...css.matchAll(/--pt-(syntax-\w+):/g)].map(([, name = '']) => name);

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function colour(name: string, mode: 'light' | 'dark'): string {
  const value = colours.get(name)?.[mode];
  if (!value) throw new Error(`tokens.css has no colour --pt-${name} with a light and a dark value`);
  return value;
}

const pairs = (inks: string[], papers: string[]) =>
  inks.flatMap((ink) => papers.map((paper): [string, string] => [ink, paper]));

describe.each(['light', 'dark'] as const)('%s', (mode) => {
  test.each<[string, string]>([
    ...pairs(TEXTS, PAPERS),
    ...pairs([...SYNTAX, 'ink'], ['code-bg', 'paper-raised']),
    ...pairs(['ink', 'ink-soft', 'sea'], ['sea-soft']),
    ['accent-ink', 'accent'],
    ['paper', 'ink'],
  ])('text of %s on %s has a contrast of at least 4.5', (ink, paper) => {
    expect(contrast(colour(ink, mode), colour(paper, mode))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(['line-strong', 'sea'], PAPERS))('a line of %s on %s has a contrast of at least 3', (line, paper) => {
    expect(contrast(colour(line, mode), colour(paper, mode))).toBeGreaterThanOrEqual(3);
  });
});

test('black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
