/** What of the board is asked for. */
export interface BoardQuery {
  readonly journey: string;
  /** Only who is at this step. */
  readonly step?: string | undefined;
  /** Only whom the team is to review. */
  readonly isReviewOnly: boolean;
  /** Only who is in this cohort. */
  readonly cohort?: string | undefined;
  /** A part of the name, in any case, or the id. */
  readonly words?: string | undefined;
  readonly order: BoardOrder;
  readonly limit: number;
  readonly after?: BoardPlace | undefined;
}

/** `stuck`: without progress for the longest; `moved`: the latest progress first. Whoever is done comes last with both. */
export type BoardOrder = 'stuck' | 'moved' | 'name';

/** The last of a page, in the order of the board. */
export interface BoardPlace {
  readonly isComplete: number;
  /** The time or the name that the order goes by. */
  readonly by: string;
  readonly organization: string;
}

export interface BoardRow {
  readonly organization: string;
  readonly name: string;
  /** The name as the order by name has it. */
  readonly sortName: string;
  readonly signedUpAt: string;
  readonly step: string | null;
  readonly since: string;
  readonly proven: number;
  readonly isComplete: boolean;
  readonly reviews: number;
  readonly missing: string | null;
  readonly firstCallAt: string | null;
  readonly launchedAt: string | null;
  readonly lastCall: Call | null;
  readonly lastError: Call | null;
}

/** An exchange, as far as the board tells of it. */
export interface Call {
  readonly exchange: string;
  readonly at: string;
  readonly api: string;
  readonly version: string;
  readonly operation: string | null;
  readonly environment: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The code of the gateway's own refusal. */
  readonly problem: string | null;
  /** What was wrong, in words. */
  readonly message: string | null;
  /** It was made to go wrong by a scenario. */
  readonly isTrouble: boolean;
}

/** Of everybody whom the query asks for, at whatever step: how many stand where. */
export interface BoardCounts {
  readonly total: number;
  readonly complete: number;
  readonly reviews: number;
  readonly bySteps: ReadonlyMap<string, number>;
}

/** Where the page after the one that ends with this row begins. */
export function placeBehind(row: BoardRow, order: BoardOrder): BoardPlace {
  const by = order === 'name' ? row.sortName : row.since;
  return { isComplete: row.isComplete ? 1 : 0, by, organization: row.organization };
}

/** A cursor of `listPartners`: opaque to whoever gets it. */
export function placeToText({ isComplete, by, organization }: BoardPlace, order: BoardOrder): string {
  return Buffer.from(JSON.stringify([order, isComplete, by, organization])).toString('base64url');
}

/** Null where the text is no cursor of this order. */
export function placeOfText(text: string, order: BoardOrder): BoardPlace | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 4) return null;
    const [of, isComplete, by, organization] = read as unknown[];
    if (of !== order || typeof by !== 'string' || typeof organization !== 'string') return null;
    return isComplete === 0 || isComplete === 1 ? { isComplete, by, organization } : null;
  } catch {
    return null;
  }
}
