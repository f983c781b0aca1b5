export { DirectoryPage } from './directory/DirectoryPage';
export { EditPage } from './edit/EditPage';
export { TeamIntegrations } from './team/TeamIntegrations';
