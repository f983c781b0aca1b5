export interface OperationAddress {
  readonly api: string;
  readonly version: string;
  readonly operationId: string;
  /** `/reference/cardea/v2/create-credential-offer`; its data stands beside it with the ending `.json`. */
  readonly href: string;
}

/** Takes a proof's `cardea/v2/createCredentialOffer` apart. An operation's page is named by its id in kebab case. */
export function operationAddress(operation: string): OperationAddress {
  const [api = '', version = '', ...rest] = operation.split('/');
  const operationId = rest.join('/');
  return { api, version, operationId, href: `/reference/${api}/${version}/${kebab(operationId)}` };
}

function kebab(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}
