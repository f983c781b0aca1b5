/** What a GraphQL server answers (https://spec.graphql.org/October2021/#sec-Response-Format), as far as it is used. */
export interface GraphqlResult {
  /** Undefined: the server did not get as far as running the document. */
  readonly data: unknown;
  readonly codes: readonly unknown[];
  readonly hasErrors: boolean;
}

/** Undefined where the text is no such answer. */
export function readResult(text: string): GraphqlResult | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('data' in value || 'errors' in value)) return undefined;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  const list: readonly unknown[] = Array.isArray(errors) ? errors : [];
  return { data, codes: list.map(codeOf), hasErrors: list.length > 0 };
}

/** `extensions.code` is what servers agree on, beside the specification. */
function codeOf(error: unknown): unknown {
  const extensions =
    typeof error === 'object' && error !== null && 'extensions' in error ? error.extensions : undefined;
  return typeof extensions === 'object' && extensions !== null && 'code' in extensions ? extensions.code : undefined;
}
