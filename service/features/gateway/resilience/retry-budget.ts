/** What an upstream starts with, so that the first failure of a quiet hour is mended, too. */
const atFirst = 3;
const mostSaved = 10;

export interface RetryBudget {
  /** A request goes to the upstream for the first time. */
  earn(): void;
  /** Whether one may go there again; takes it from the budget. */
  spend(): boolean;
}

/**
 * How much may be sent twice: a share of the requests, so that an upstream that fails is not hit twice as hard. Of what is not used, ten
 * are saved.
 */
export function retryBudget(percent: number): RetryBudget {
  // In hundredths: sums of 0.1 never come to 1.
  let saved = percent === 0 ? 0 : atFirst * 100;
  return {
    earn() {
      saved = Math.min(saved + percent, mostSaved * 100);
    },
    spend() {
      if (saved < 100 || percent === 0) return false;
      saved -= 100;
      return true;
    },
  };
}
