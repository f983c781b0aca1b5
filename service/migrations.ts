import { accountsMigrations, approvalMigrations, auditMigrations, staffMigrations } from './features/accounts/index.ts';
import { cohortsMigrations } from './features/cohorts/index.ts';
import { earlyAccessMigrations } from './features/early-access/index.ts';
import { driftMigrations } from './features/drift/index.ts';
import { eventsMigrations } from './features/events/index.ts';
import { feedbackMigrations } from './features/feedback/index.ts';
import { gatewayMigrations } from './features/gateway/index.ts';
import { integrationsMigrations } from './features/integrations/index.ts';
import { keysMigrations } from './features/keys/index.ts';
import { limitsMigrations } from './features/limits/index.ts';
import { oauthMigrations } from './features/oauth/index.ts';
import { onboardingMigrations } from './features/onboarding/index.ts';
import { sandboxMigrations } from './features/sandbox/index.ts';
import { teamMigrations } from './features/team/index.ts';
import { trafficMigrations } from './features/traffic/index.ts';
import { troubleMigrations } from './features/trouble/index.ts';
import { webhooksMigrations } from './features/webhooks/index.ts';
import type { FeatureMigration } from './platform/database/index.ts';
import { mailMigrations } from './platform/mail/index.ts';

/** The tables of all features: whatever opens the portal's database brings all of them up to date. */
export const portalMigrations: readonly FeatureMigration[] = [
  ...keysMigrations,
  ...limitsMigrations,
  ...oauthMigrations,
  ...trafficMigrations,
  ...driftMigrations,
  ...gatewayMigrations,
  ...sandboxMigrations,
  ...troubleMigrations,
  ...feedbackMigrations,
  ...webhooksMigrations,
  ...onboardingMigrations,
  ...mailMigrations,
  ...accountsMigrations,
  ...approvalMigrations,
  ...auditMigrations,
  ...staffMigrations,
  ...integrationsMigrations,
  ...cohortsMigrations,
  ...earlyAccessMigrations,
  ...eventsMigrations,
  ...teamMigrations,
];
