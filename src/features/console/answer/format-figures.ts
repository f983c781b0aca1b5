/** `12 ms`, `1.24 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** `812 B`, `1.4 KB`, `3.0 MB`; a KB is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `3.1 of 50.0 MB`; a unit is said once where both have the same. */
export function formatProgress(bytes: number, ofBytes: number): string {
  const [done, whole] = [formatBytes(bytes), formatBytes(ofBytes)];
  const [number, unit] = done.split(' ');
  return `${whole.endsWith(` ${unit}`) ? number : done} of ${whole}`;
}

/** `1:58 h`, `12 min`, `under a minute`. */
export function formatRemaining(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'under a minute';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}
