export { Announcements } from './told/Announcements';
export { TeamCohorts } from './TeamCohorts';
