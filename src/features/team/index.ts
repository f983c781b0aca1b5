export { StaffOnly } from './StaffOnly';
export { TeamDrift } from './TeamDrift';
export { TeamPage } from './TeamPage';
