import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JourneyConfig } from '../../../../contract/portal-config.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { CohortPartner } from '../../team/index.ts';
import { cohortJson } from '../cohort-json.ts';
import { cohortOf } from '../cohort-of.ts';
import type { CohortStore } from '../cohort-store.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { partnerCells, partnerHead } from './partner-cells.ts';

export interface ExportRoutesDeps {
  readonly routes: ContractRoutes;
  readonly cohorts: Pick<CohortStore, 'find'>;
  readonly journeys: readonly JourneyConfig[];
  /** As the team's board shows them. */
  readonly partnersOf: (journey: JourneyConfig, cohort: string) => Promise<readonly CohortPartner[]>;
  readonly clock: Clock;
}

type Asked = FastifyRequest<{ Params: { cohort: string }; Querystring: { format?: 'json' | 'csv' } }>;

/** Where a cohort's partners stand, to take along. */
export function exportRoutes(app: FastifyInstance, deps: ExportRoutesDeps): void {
  const { routes, cohorts, journeys, partnersOf, clock } = deps;
  routes.add(app, 'exportCohort', async (request: Asked, reply) => {
    const cohort = await cohortOf(cohorts, request.params.cohort);
    const journey = journeys.find(({ id }) => id === cohort.journey);
    if (journey === undefined) {
      const detail = `portal.config.ts has no journey ${JSON.stringify(cohort.journey)} any more. Give the cohort another one first.`;
      throw new ProblemError('resource-conflict', { detail });
    }
    const partners = await partnersOf(journey, cohort.id);
    void reply.header('cache-control', 'no-store');
    if (request.query.format !== 'csv') return { cohort: cohortJson(cohort), data: partners };
    const name = fileName(cohort.name, clock.now());
    void reply.header('content-disposition', `attachment; filename="${name}"`).type('text/csv; charset=utf-8');
    return writeCsv(partnerHead, partners.map(partnerCells));
  });
}

/** `cohort-autumn-2026-2026-11-21.csv`; of a name only what any file may be called. */
function fileName(name: string, now: Date): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return ['cohort', ...(plain === '' ? [] : [plain]), now.toISOString().slice(0, 10)].join('-') + '.csv';
}
