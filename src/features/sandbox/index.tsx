export { SandboxPage, type SandboxSection } from './SandboxPage';
export { StatePanel } from './state/StatePanel';
