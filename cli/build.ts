import { buildSite } from './build/build-site.ts';
import { reportFailure } from './report-failure.ts';

await buildSite().catch(reportFailure);
