interface Point {
  readonly x: number;
  readonly y: number;
}

const BEARINGS = 32;

/**
 * The lines of bearing from a rose to the edge of a chart, as SVG path data: the eight principal winds, and the half
 * and quarter winds between them. Coordinates are rounded to whole units, so that server and browser write the same.
 */
export function rhumbLines(rose: Point, width: number, height: number): { principal: string; half: string } {
  const lines = Array.from({ length: BEARINGS }, (_, index) => {
    const end = meetEdge(rose, (index * 2 * Math.PI) / BEARINGS, width, height);
    return { isPrincipal: index % 4 === 0, path: `M${rose.x} ${rose.y}L${end.x} ${end.y}` };
  });
  const join = (isPrincipal: boolean) =>
    lines
      .filter((line) => line.isPrincipal === isPrincipal)
      .map(({ path }) => path)
      .join('');
  return { principal: join(true), half: join(false) };
}

/** Where a line from a point inside the rectangle leaves it; angle 0 is east, growing clockwise as SVG's y does. */
export function meetEdge({ x, y }: Point, angle: number, width: number, height: number): Point {
  const dx = Math.cos(angle);
  const dy = Math.sin(angle);
  const reaches = [
    Math.abs(dx) < 1e-9 ? Infinity : ((dx > 0 ? width : 0) - x) / dx,
    Math.abs(dy) < 1e-9 ? Infinity : ((dy > 0 ? height : 0) - y) / dy,
  ];
  const reach = Math.min(...reaches);
  return { x: Math.round(x + dx * reach), y: Math.round(y + dy * reach) };
}
