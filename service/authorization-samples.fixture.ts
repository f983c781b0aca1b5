/** A call that changes nothing, and what it gives to whoever may make it: that it is 400 or 404 says that they were let in. */
export interface Sample {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly gives: number;
  /** To a live key, where that is another: it opens no sandbox. */
  readonly ofLive?: number;
}

/** No body that is described. */
const wrongBody: Sample = { body: [], gives: 400 };
const seen: Sample = { gives: 200 };
/** Of a thing that is not there. */
const missing: Sample = { gives: 404 };
const sandbox = { api: 'cardea', version: 'v2' };
const ofSandbox = (sample: Sample): Sample => ({ path: sandbox, ...sample, ofLive: 403 });
const wrongBodyOfSandbox: Sample = { path: sandbox, ...wrongBody };

/** One for each operation of `openapi/portal/v1.yaml`. */
export const samples: Readonly<Record<string, Sample>> = {
  createGuestKey: { gives: 201 },
  createSessionKey: { gives: 201 },
  listKeys: seen,
  createKey: wrongBody,
  rollKey: wrongBody,
  revokeKey: missing,
  launchOrganization: { path: { organization: 'org_none' }, ...seen },
  signUp: wrongBody,
  getSession: seen,
  signIn: wrongBody,
  signOut: { gives: 204 },
  sendSignInLink: wrongBody,
  sendPasswordReset: wrongBody,
  verifySecondFactor: wrongBody,
  listProviders: seen,
  beginProviderSignIn: wrongBody,
  finishProviderSignIn: missing,
  getAccount: seen,
  changeAccount: wrongBody,
  changePassword: wrongBody,
  beginSecondFactor: wrongBody,
  confirmSecondFactor: wrongBody,
  removeSecondFactor: wrongBody,
  listSessions: seen,
  endOtherSessions: seen,
  endSession: missing,
  listAccountEvents: seen,
  exportAccount: seen,
  deleteAccount: wrongBody,
  listStaff: seen,
  addStaff: wrongBody,
  removeStaff: missing,
  listOrganizations: seen,
  createOrganization: wrongBody,
  switchOrganization: wrongBody,
  renameOrganization: wrongBody,
  listMembers: missing,
  changeMember: wrongBody,
  removeMember: missing,
  leaveOrganization: missing,
  listInvitations: missing,
  createInvitation: wrongBody,
  cancelInvitation: missing,
  resendInvitation: missing,
  listMyInvitations: seen,
  acceptInvitation: missing,
  declineInvitation: missing,
  createSandboxClient: wrongBody,
  getSandbox: ofSandbox(seen),
  resetSandbox: wrongBodyOfSandbox,
  seedSandbox: wrongBodyOfSandbox,
  exportSandbox: ofSandbox(seen),
  setSandboxClock: wrongBodyOfSandbox,
  listSandboxSnapshots: ofSandbox(seen),
  createSandboxSnapshot: wrongBodyOfSandbox,
  deleteSandboxSnapshot: ofSandbox(missing),
  restoreSandboxSnapshot: ofSandbox(missing),
  listSandboxTrouble: { ...seen, ofLive: 403 },
  beginSandboxTrouble: { path: { scenario: 'outage' }, ...wrongBody },
  endSandboxTrouble: { path: { scenario: 'outage' }, gives: 200, ofLive: 403 },
  getWebhooks: { ...seen, ofLive: 403 },
  setWebhookAddress: wrongBody,
  deleteWebhookAddress: { gives: 204, ofLive: 403 },
  sendTestWebhook: wrongBody,
  listWebhookDeliveries: { ...seen, ofLive: 403 },
  getWebhookDelivery: { ...missing, ofLive: 403 },
  replayWebhookDelivery: { ...missing, ofLive: 403 },
  replayWebhooks: wrongBody,
  listExchanges: seen,
  getExchange: missing,
  getJourneyProgress: missing,
  streamJourneyProgress: missing,
  fillJourneyForm: wrongBody,
  agreeOnJourney: wrongBody,
  getOrganizationProgress: { path: { organization: 'org_none' }, ...missing },
  reviewJourneyStep: wrongBody,
  createFeedback: wrongBody,
  listDrift: seen,
  resolveDrift: missing,
  getTeamExchange: missing,
};

/** Operations that name a thing which belongs to somebody, with a body that is right, so that nothing but whose it is decides. */
export const thingsOfOthers: Readonly<Record<string, object | undefined>> = {
  rollKey: { overlap_seconds: 0 },
  revokeKey: undefined,
  endSession: undefined,
  renameOrganization: { name: 'Taken over' },
  listMembers: undefined,
  changeMember: { role: 'viewer' },
  removeMember: undefined,
  leaveOrganization: undefined,
  listInvitations: undefined,
  createInvitation: { email: 'eve@example.com', role: 'owner' },
  cancelInvitation: undefined,
  resendInvitation: undefined,
  acceptInvitation: undefined,
  declineInvitation: undefined,
  deleteSandboxSnapshot: undefined,
  restoreSandboxSnapshot: undefined,
  getExchange: undefined,
  getWebhookDelivery: undefined,
  replayWebhookDelivery: undefined,
};
