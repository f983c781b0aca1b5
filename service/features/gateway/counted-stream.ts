import { Transform } from 'node:stream';
import { brokenAnswer } from './live-failure.ts';

export interface StreamEnd {
  readonly bytes: number;
  /** All of it, where it was kept and ended as it should. */
  readonly whole: Buffer | null;
  /** Whether it ended as it should, and nobody broke it off. */
  readonly isComplete: boolean;
  /** Why the source broke off, where it did. */
  readonly cause?: Error;
}

/**
 * Passes a stream on as it comes and is taken. Where the source breaks off, what comes out breaks off too: half an answer is not made
 * to look like a whole one. `keepBytes` is how much is kept for a look afterwards; more than that is not kept at all. `onEnd` is
 * called once, before the last of it is handed out.
 */
export function countedStream(
  source: NodeJS.ReadableStream,
  keepBytes: number,
  onEnd: (end: StreamEnd) => void,
): Transform {
  let bytes = 0;
  let isTold = false;
  let broken: Error | undefined;
  const kept: Buffer[] = [];
  const tell = (isComplete: boolean): void => {
    if (isTold) return;
    isTold = true;
    onEnd({ bytes, isComplete, cause: broken, whole: isComplete && bytes <= keepBytes ? Buffer.concat(kept) : null });
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= keepBytes) kept.push(chunk);
      else kept.length = 0;
      done(null, chunk);
    },
    flush(done) {
      tell(true);
      done();
    },
  });
  source.on('error', (cause: Error) => {
    broken = cause;
    stream.destroy(brokenAnswer(cause));
  });
  stream.on('close', () => {
    tell(false);
    (source as { destroy?: () => void }).destroy?.();
  });
  return source.pipe(stream);
}
