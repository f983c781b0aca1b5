export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The straight line of least squares through points, and how much of their spread it explains (1: all of it). */
export function fitLine(points: readonly Point[]): { at0: number; slope: number; r2: number } {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x0 = mean(({ x }) => x);
  const y0 = mean(({ y }) => y);
  const spread = mean(({ x }) => (x - x0) ** 2);
  const slope = mean(({ x, y }) => (x - x0) * (y - y0)) / spread;
  const at0 = y0 - slope * x0;
  const rest = mean(({ x, y }) => (y - at0 - slope * x) ** 2);
  return { at0, slope, r2: 1 - rest / mean(({ y }) => (y - y0) ** 2) };
}
