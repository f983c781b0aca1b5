/** The door to the service: everything that the site asks of it, other than requests that a reader sends himself. */
export {
  type AccessCalls,
  type AccessGroup,
  type AccessMember,
  createAccessCalls,
  createTeamAccessCalls,
  type EarlyAccess,
  type TeamAccessCalls,
} from './access-calls';
export {
  type AccountCalls,
  createAccountCalls,
  type NewAccount,
  type ProviderList,
  type SecondFactorAnswer,
} from './account-calls';
export { announceAuthorization, awaitAuthorization, readAuthorizationAnswer } from './authorization-answer';
export { waitFor } from './backoff';
export {
  type AnnouncementCalls,
  type AnnouncementEntry,
  type Cohort,
  type CohortCalls,
  type CohortEntry,
  type CohortInvitation,
  type CohortInvitationReport,
  type CohortPartner,
  type CohortWords,
  createAnnouncementCalls,
  createCohortCalls,
  type ReceivedAnnouncement,
} from './cohort-calls';
export {
  createFeedbackCalls,
  type Feedback,
  type FeedbackCalls,
  type FeedbackChallenge,
  type NewFeedback,
  type OwnExchange,
} from './feedback-calls';
export type { GuestKey, JourneyProgress, PortalClient, SandboxClient } from './create-portal-client';
export type { DriftEntry, DriftState, TeamClient, TeamExchange } from './create-team-client';
export { createTeamClient } from './create-team-client';
export {
  type Account,
  type AccountSession,
  createOwnAccountCalls,
  type OwnAccountCalls,
  type SecondFactorSetup,
} from './own-account-calls';
export {
  createEventsCalls,
  createTeamEventsCalls,
  type EventAttendee,
  type EventDate,
  type EventsCalls,
  type NewEvent,
  type TeamEvent,
  type TeamEventsCalls,
} from './events-calls';
export type { GuestKeyState } from './guest-key';
export { heldKey, isGuestKey } from './guest-key';
export type { GuestKeys } from './guest-keys';
export { createGuestKeys } from './guest-keys';
export { followJourney } from './follow-journey';
export {
  createIntegrationsCalls,
  type Integration,
  type IntegrationEntry,
  type IntegrationList,
  type IntegrationsCalls,
  type ListingContent,
  type ListingDecision,
  type ListingDraft,
  type ListingFilter,
  type ListingKind,
  type OwnListing,
  type ReviewedListing,
} from './integrations-calls';
export {
  createJourneyCalls,
  type FormAnswers,
  type JourneyEvidence,
  type JourneyStepProgress,
  type Launchpad,
  type SeenExchange,
} from './journey-calls';
export { journeyByKey, journeyBySession, type JourneySource } from './journey-source';
export {
  createKeysClient,
  type KeyEntry,
  type KeyList,
  type KeysClient,
  type NewKey,
  type ShownKey,
} from './keys-client';
export { portalAt } from './portal';
export {
  createSandboxCalls,
  type ClockChange,
  type Sandbox,
  type SandboxCalls,
  type SandboxSeed,
} from './sandbox-calls';
export {
  createOrganizationCalls,
  type Invitation,
  type Member,
  type MyInvitation,
  type Organization,
  type OrganizationCalls,
  type OrganizationEvent,
  type OrganizationRole,
} from './organization-calls';
export {
  createPartnerCalls,
  type BoardQuery,
  type PaceDistribution,
  type Partner,
  type PartnerBoard,
  type PartnerCall,
  type PartnerCalls,
  type PartnerEvent,
  type PartnerNote,
  type PartnerPace,
  type PartnerRow,
  type PartnerStanding,
  type ReviewDecision,
} from './partner-calls';
export {
  createPeopleCalls,
  type PeopleCalls,
  type SignUps,
  type StaffMember,
  type WaitingSignUp,
} from './people-calls';
export type { Outcome, PortalProblem, ProblemPlace } from './problem';
export { isRecord, readProblem } from './problem';
export {
  createTeamFeedbackCalls,
  type FeedbackItem,
  type FeedbackItemState,
  type FeedbackList,
  type FeedbackQuery,
  type TeamFeedbackCalls,
} from './team-feedback-calls';
export {
  createTroubleClient,
  type NewSandboxTrouble,
  type SandboxTrouble,
  type TroubleClient,
  type TroubleRun,
  type TroubleScenarioId,
} from './sandbox-trouble';
export { useGuestKey } from './use-guest-key';
export { useKeyTurn } from './use-key-turn';
export {
  createWebhooksClient,
  type NewTestWebhook,
  type WebhookAddress,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryDetail,
  type WebhookDeliveryList,
  type WebhookOverview,
  type WebhooksClient,
} from './webhooks-client';
export { isEndedKey, withGuestKey } from './with-guest-key';
export { type LiveServer, type LiveServers, usePortalFields } from './use-portal-fields';
