/** The page that a partner begins at: how ready the organization is, and its journey. */
export { LaunchPage } from './LaunchPage';
