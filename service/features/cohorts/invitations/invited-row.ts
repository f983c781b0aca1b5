/** Somebody whom a file wants to invite. */
export interface InvitedRow {
  readonly line: number;
  /** In lower case. */
  readonly email: string;
  readonly organization: string;
  /** '' where the file says none. */
  readonly name: string;
}
