/** The reference's pages as MDX mounts them. All others are framed, by routes of their own. */
export { ApiOverviewPage } from './overview/ApiOverviewPage';
