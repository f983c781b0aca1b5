export { SandboxPage, type SandboxSection, type SandboxPanelProps } from './SandboxPage';
export type { SandboxVersion } from './sandbox-versions';
