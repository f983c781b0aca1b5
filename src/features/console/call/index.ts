/** Calls without the form: other widgets send an operation's example by the same rules, and share what was made. */
export type { Answer } from '../answer/answer';
export { formatDuration } from '../answer/format-figures';
export { judgeAnswer, judgeFailure } from '../answer/judge';
export { languageOfAnswer } from '../answer/media-type';
export { prettyBody } from '../answer/pretty-body';
export { rememberedValues } from '../last-ids';
export { createMemory, pageLoadMemory, type ConsoleMemory } from '../memory';
export { openingValues } from '../opening-values';
export { rememberMade } from './remember-made';
export { sendWithKey, type CallPorts } from './send-with-key';
