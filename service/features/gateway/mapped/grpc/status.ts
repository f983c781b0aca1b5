/** The statuses of gRPC by number, and what each is in HTTP: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto */
const statuses: readonly (readonly [name: string, http: number])[] = [
  ['OK', 200],
  ['CANCELLED', 499],
  ['UNKNOWN', 500],
  ['INVALID_ARGUMENT', 400],
  ['DEADLINE_EXCEEDED', 504],
  ['NOT_FOUND', 404],
  ['ALREADY_EXISTS', 409],
  ['PERMISSION_DENIED', 403],
  ['RESOURCE_EXHAUSTED', 429],
  ['FAILED_PRECONDITION', 400],
  ['ABORTED', 409],
  ['OUT_OF_RANGE', 400],
  ['UNIMPLEMENTED', 501],
  ['INTERNAL', 500],
  ['UNAVAILABLE', 503],
  ['DATA_LOSS', 500],
  ['UNAUTHENTICATED', 401],
];

/** A status that nobody has heard of counts as UNKNOWN. */
export function statusOf(number: number): { readonly name: string; readonly http: number } {
  const [name, http] = statuses[number] ?? ['UNKNOWN', 500];
  return { name, http };
}
