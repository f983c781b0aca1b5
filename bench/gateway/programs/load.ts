import { startLoad, type Load } from '../open-loop.ts';

/** The load generator, a process of its own: takes loads by message, all at once, and answers with what became of each. */
process.on('message', (loads: readonly Load[]) => {
  void Promise.all(loads.map(startLoad)).then((results) => process.send?.(results));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
