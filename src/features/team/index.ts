export { StaffOnly } from './StaffOnly';
export { TeamBoard } from './TeamBoard';
export { TeamDrift } from './TeamDrift';
export { TeamPage } from './TeamPage';
export { TeamPartner } from './TeamPartner';
