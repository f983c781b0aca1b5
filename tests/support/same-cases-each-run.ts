import { configureGlobal } from 'fast-check';

/**
 * Property tests try the same cases in each run, so that a run tells of the change that is tested and of nothing else. `FAST_CHECK_SEED=N`
 * tries others.
 */
configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) });
