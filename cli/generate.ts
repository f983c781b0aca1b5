import { generatePortalClient } from './generate-client.ts';
import { reportFailure } from './report-failure.ts';

/** `npm run generate`: rewrites what is generated and committed; with `--check` it only fails where that is out of date. */
await generatePortalClient({ check: process.argv.includes('--check') }).catch(reportFailure);
