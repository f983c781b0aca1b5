export type { Change, ContractChanges, OperationChange, SharedChange } from './change.ts';
export { groupChanges } from './group-changes.ts';
export { compareContracts } from './compare-contracts.ts';
export { matchOperations } from './match/match-operations.ts';
