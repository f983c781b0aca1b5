import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { counter, gauge, type Metric } from './text-format.ts';

/** Memory, processor and event loop of this process. The delays are those since the last scrape. */
export function processMetrics(): { readonly metrics: () => readonly Metric[]; readonly close: () => void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const startedAt = (Date.now() - performance.now()) / 1000;
  return {
    metrics() {
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      const metrics = [
        gauge('process_start_time_seconds', 'When the process started.', startedAt),
        gauge('process_resident_memory_bytes', 'Memory that the process holds.', rss),
        gauge('nodejs_heap_size_used_bytes', 'What of the heap is in use.', heapUsed),
        gauge('nodejs_heap_size_total_bytes', 'The heap.', heapTotal),
        gauge('nodejs_external_memory_bytes', 'Memory outside the heap that objects hold.', external),
        counter('process_cpu_seconds_total', 'Processor time.', (user + system) / 1e6),
        eventLoop(delay),
      ];
      delay.reset();
      return metrics;
    },
    close: () => void delay.disable(),
  };
}

function eventLoop(delay: ReturnType<typeof monitorEventLoopDelay>): Metric {
  const at = (quantile: string, nanoseconds: number) => ({
    labels: `quantile="${quantile}"`,
    value: nanoseconds / 1e9,
  });
  return {
    name: 'nodejs_eventloop_delay_seconds',
    help: 'How long the event loop was held up since the last scrape.',
    type: 'gauge',
    samples:
      delay.count === 0 ? [] : [at('0.5', delay.percentile(50)), at('0.99', delay.percentile(99)), at('1', delay.max)],
  };
}
