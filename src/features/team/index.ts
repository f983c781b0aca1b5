export { TeamDrift } from './TeamDrift';
