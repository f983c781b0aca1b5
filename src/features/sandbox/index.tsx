export { SandboxPage, type SandboxPanelProps, type SandboxSection } from './SandboxPage';
export type { SandboxVersion } from './sandbox-versions';
export { StatePanel } from './state/StatePanel';
