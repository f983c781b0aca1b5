import type { CohortPartner } from '../../team/index.ts';
import type { Cell } from '../csv/write-csv.ts';

/** The columns of an export. The guide for partner engineers lists them. */
export const partnerHead = [
  ...['organization', 'organization_id', 'state', 'step', 'since', 'steps_proven', 'steps', 'missing', 'reviews'],
  ...['last_error_at', 'last_error_status', 'last_error_operation', 'last_error'],
  ...['last_call_at', 'signed_up_at', 'first_call_at', 'launched_at'],
] as const;

/** A partner's cells, in the order of `partnerHead`. */
export function partnerCells(partner: CohortPartner): readonly Cell[] {
  const { organization, standing, last_error: error, last_call: call } = partner;
  return [
    ...[organization.name, organization.id, stateOf(partner), standing.step?.title ?? null, standing.since],
    ...[standing.proven, standing.steps, standing.missing, standing.reviews],
    ...[error?.at ?? null, error?.status ?? null, error?.operation ?? null, error?.message ?? error?.problem ?? null],
    ...[call?.at ?? null, partner.signed_up_at, partner.first_call_at, partner.launched_at],
  ];
}

function stateOf({ launched_at: launchedAt, first_call_at: firstCallAt, standing }: CohortPartner): string {
  if (standing.complete) return 'complete';
  if (launchedAt !== null) return 'launched';
  return firstCallAt === null && standing.proven === 0 ? 'not begun' : 'under way';
}
