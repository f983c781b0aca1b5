/** What a request goes with: the sandbox's own key, or what somebody holds for the API. */
export { consoleCredentials, type ConsoleCredentials } from './console-credentials';
export { Credentials } from './Credentials';
export type { RequestCredentials } from './request-credentials';
export { useEnvironment, useMaskedCredentials } from './use-credentials';
