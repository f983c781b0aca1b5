/** The reference's pages as MDX mounts them. The operations' frame is a route of its own, `OperationRoute`. */
export { ApiOverviewPage } from './overview/ApiOverviewPage';
export { TagPage } from './overview/TagPage';
