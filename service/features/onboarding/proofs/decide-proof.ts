import type { JourneyConfig, RecordProofConfig } from '../../../../contract/portal-config.ts';
import type { LookedAt } from '../look-for-proofs.ts';
import { decideAllPages } from './decide-all-pages.ts';
import { decideIdempotentRetry } from './decide-idempotent-retry.ts';
import { decideOutage } from './decide-outage.ts';
import { decideRetryAfter429 } from './decide-retry.ts';
import { decideTokenRefreshed } from './decide-token-refreshed.ts';
import { decideTraffic } from './decide-traffic.ts';
import { decideWebhookDuplicate, decideWebhookVerified } from './decide-webhooks.ts';
import { type Decision, notYet } from './decision.ts';

/** Whether these records prove this. Pure: the same records, in whatever order, come to the same. */
export function decideProof(
  journey: JourneyConfig,
  proof: RecordProofConfig,
  { exchanges, deliveries, now }: LookedAt,
): Decision {
  switch (proof.kind) {
    case 'key-issued':
      return notYet('There is no key yet.');
    case 'traffic': {
      const maker = journey.steps.find(({ id }) => id === proof.sameResourceAs)?.proof;
      return decideTraffic(proof, exchanges, maker?.kind === 'traffic' ? maker : undefined);
    }
    case 'retry-after-429':
      return decideRetryAfter429(proof.operation, exchanges);
    case 'idempotent-retry':
      return decideIdempotentRetry(proof.operation, exchanges);
    case 'all-pages':
      return decideAllPages(proof.operation, proof.pages ?? 2, exchanges);
    case 'token-refreshed':
      return decideTokenRefreshed(proof.api, exchanges);
    case 'webhook-verified':
      return decideWebhookVerified(proof.api, deliveries);
    case 'webhook-duplicate':
      return decideWebhookDuplicate(proof, deliveries, exchanges, now);
    case 'outage':
      return decideOutage(proof.api, exchanges);
  }
}
