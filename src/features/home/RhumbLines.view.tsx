import styles from './RhumbLines.module.css';
import { rhumbLines } from './rhumb-lines';

const WIDTH = 1440;
const HEIGHT = 720;
/** Where the roses stand: one behind the call, two at the edges, as a chart has them. */
const ROSES = [
  { x: 1010, y: 250 },
  { x: 130, y: 640 },
  { x: 1400, y: 690 },
];

const LINES = ROSES.map((rose) => rhumbLines(rose, WIDTH, HEIGHT));

/** The net of a portolan chart: from each compass rose, lines of constant bearing. Decorative. */
export function RhumbLines() {
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {LINES.map((net, index) => (
        <g key={index}>
          <path className={styles.half} d={net.half} />
          <path className={styles.principal} d={net.principal} />
        </g>
      ))}
      {ROSES.slice(0, 1).map(({ x, y }) => (
        <g key={x} className={styles.rose}>
          <circle cx={x} cy={y} r={250} />
          <circle cx={x} cy={y} r={246} />
          <circle cx={x} cy={y} r={118} />
        </g>
      ))}
    </svg>
  );
}
