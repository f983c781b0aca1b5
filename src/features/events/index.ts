export { EventsPage } from './EventsPage';
export { TeamEvents } from './team/TeamEvents';
