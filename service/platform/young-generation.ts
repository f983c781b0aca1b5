import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';

/** So many clients at once, and so much of a second at work, are load. One who sends one request after the other is not. */
const fewestConnections = 16;
const leastUtilization = 0.5;
const lookEveryMs = 500;

/**
 * V8 makes objects in its young generation, and copies those that still live whenever that is full. Requests under way live: where there
 * are many and the room is small, this takes a quarter of the processor time; where there are few, a large room is memory for nothing. So
 * it stays as small as the flags of `npm start` say, and grows to what they allow once there is load.
 */
export function growUnderLoad(server: Server): void {
  keepSmall();
  let since: EventLoopUtilization | undefined;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, since);
    since = now;
    server.getConnections((_, connections) => {
      if (!isLoad({ utilization, connections })) return;
      clearInterval(timer);
      letGrow();
    });
  }, lookEveryMs).unref();
}

export function isLoad({ utilization, connections }: { utilization: number; connections: number }): boolean {
  return connections >= fewestConnections && utilization >= leastUtilization;
}

/** V8 multiplies the room by this whenever much in it lives: by 1 it stays as it is. */
function keepSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

function letGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
