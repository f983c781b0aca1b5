import { describe, expect, test } from 'vitest';
import { meetEdge, rhumbLines } from './rhumb-lines';

describe('meetEdge', () => {
  test.each([
    ['east', 0, { x: 100, y: 20 }],
    ['south', Math.PI / 2, { x: 30, y: 50 }],
    ['west', Math.PI, { x: 0, y: 20 }],
    ['north', -Math.PI / 2, { x: 30, y: 0 }],
    ['south-east, which meets the bottom first', Math.PI / 4, { x: 60, y: 50 }],
  ])('%s', (_, angle, want) => {
    expect(meetEdge({ x: 30, y: 20 }, angle, 100, 50)).toEqual(want);
  });
});

test('a rose has eight principal winds and twenty-four between them', () => {
  const { principal, half } = rhumbLines({ x: 30, y: 20 }, 100, 50);
  expect(principal.match(/M/g)).toHaveLength(8);
  expect(half.match(/M/g)).toHaveLength(24);
});
