import { corpus, writeConfig } from './corpus.ts';
import { ensureBuilt } from '../../cli/build/ensure-built.ts';
import { reportFailure } from '../../cli/report-failure.ts';

/** `node tests/corpus/build-corpus.ts`: builds the portal of the corpus where something has changed since it was built. */
const chosen = corpus();
writeConfig(chosen);
Object.assign(process.env, chosen.environment);
await ensureBuilt().catch(reportFailure);
