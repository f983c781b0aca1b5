export { loadGrammar } from './arrivals';
export { grammarName } from './code-language';
export { useCodeHtml } from './use-code-html';
