/** How ready an organization is, at a glance; and the page that one begins at. */
export { Launchpad } from './Launchpad';
export { LaunchPage } from './LaunchPage';
