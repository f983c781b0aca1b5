export { EarlyAccessPage } from './EarlyAccessPage';
export { TeamAccess } from './team/TeamAccess';
