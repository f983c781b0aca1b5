import type { Environment } from '../environments/environment-store';

/**
 * A request as it may leave this page's memory, in a link, the history or a file: what stood in the form without secrets and without files.
 * Credentials are no part of a form, and so of none of these.
 */
export interface PortableRequest {
  /** An `operationKey`: `cardea/v2/createCredentialOffer`. */
  readonly operation: string;
  /** By `fieldKey`, as typed; a field that was empty is not here. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The name of the body's media type; none where the operation has no body. */
  readonly mediaType?: string;
  readonly body?: string;
  /** Media types that somebody chose for parts of a multipart body, by the part's name. */
  readonly partTypes?: Readonly<Record<string, string>>;
  /** Where it went or goes to, where there is a choice. */
  readonly environment?: Environment;
  readonly leftOut: LeftOut;
}

/** How many there were of what is never taken along. */
export interface LeftOut {
  readonly files: number;
  readonly secrets: number;
}

/** More than this is not taken along: characters of all values together. */
export const mostCharacters = 1_000_000;

/** In words; '' where nothing was left out. */
export function leftOutWords({ files, secrets }: LeftOut): string {
  const parts = [
    files > 0 ? (files === 1 ? 'the chosen file' : `the ${files} chosen files`) : '',
    secrets > 0 ? (secrets === 1 ? 'a secret value' : `${secrets} secret values`) : '',
  ].filter((part) => part !== '');
  return parts.join(' and ');
}
