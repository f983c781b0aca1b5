export { TeamPeople } from './TeamPeople';
