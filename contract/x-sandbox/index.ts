export { readSandboxRules, type SandboxRules, sandboxRulesOf } from './read-sandbox-rules.ts';
export type {
  Assignments,
  Conditions,
  Creation,
  ItemRules,
  MemberRules,
  OperationRules,
  RefusalStatus,
  Requirement,
  Selection,
  Transition,
} from './rules.ts';
export { type Span, shiftTime, spanOf } from './span.ts';
export type { SandboxStatement } from './statement.ts';
export { isUnreadable, type Shift, type Template, templateOf, type Unit, type ValuePath } from './template.ts';
export { readWebhookRules, webhookRulesOf } from './read-webhook-rules.ts';
export type { EndpointRules } from './webhook-rules.ts';
