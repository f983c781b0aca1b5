/** A place that was asked for: a hit, or a finding of a list. Another object asks again. */
export interface ShownPlace {
  /** A node of the JSON, or a row of the text. */
  readonly node: number;
  /** Who asked goes on from there by keyboard. */
  readonly takesFocus?: boolean;
}
