/** The service cannot start for a reason that its operator can mend: one sentence on what is wrong, one on what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
