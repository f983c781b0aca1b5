export interface TeamPageLink {
  readonly to: string;
  readonly label: string;
}

/** The pages of the team, in the order of its navigation. Each is a route in `src/pages/team`. */
export const teamPages: readonly TeamPageLink[] = [
  { to: '/team', label: 'Board' },
  { to: '/team/cohorts', label: 'Cohorts' },
  { to: '/team/events', label: 'Events' },
  { to: '/team/people', label: 'People' },
  { to: '/team/integrations', label: 'Integrations' },
  { to: '/team/access', label: 'Early access' },
  { to: '/team/feedback', label: 'Feedback' },
  { to: '/team/drift', label: 'Drift' },
];
