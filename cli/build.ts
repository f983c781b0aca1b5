import { buildSite } from './build/build-site.ts';
import { reportFailure } from './report-failure.ts';

/** `npm run build`: the whole site, whether or not something changed. `--json` ends with the times of its parts. */
const times = await buildSite().catch(reportFailure);
if (process.argv.includes('--json')) console.log(JSON.stringify(times));
