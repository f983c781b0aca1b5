import { encode } from 'uqr';
import { qrPath, quietZone } from './qr-path';
import styles from './QrCode.module.css';

export interface QrCodeProps {
  readonly text: string;
  /** What it is, read out; what it says stands beside it as text. */
  readonly label: string;
}

/** A QR code (ISO/IEC 18004): dark on light in either colour mode, as readers expect it. */
export default function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const width = size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`${-quietZone} ${-quietZone} ${width} ${width}`}
      shapeRendering="crispEdges"
    >
      <path d={qrPath(data)} />
    </svg>
  );
}
