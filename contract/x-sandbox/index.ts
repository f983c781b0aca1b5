export { readSandboxRules, sandboxRulesOf } from './read-sandbox-rules.ts';
export type { Creation, ItemRules, MemberRules, RefusalStatus, Requirement, Selection, Transition } from './rules.ts';
export { shiftTime } from './span.ts';
export { isUnreadable, type Shift, type Template, templateOf, type Unit, type ValuePath } from './template.ts';
export { readWebhookRules, webhookRulesOf } from './read-webhook-rules.ts';
export type { EndpointRules } from './webhook-rules.ts';
