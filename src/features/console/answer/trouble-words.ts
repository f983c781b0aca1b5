/** What an answer's `X-Sandbox-Trouble` says, in words. */
export interface TroubleWords {
  readonly sentence: string;
  /** Whether it goes on until somebody switches it off. */
  readonly isScenario: boolean;
}

/** One sentence for each mark of the header: `flaky; 3/10, slow; 2140 ms`. */
export function troubleWords(header: string): readonly TroubleWords[] {
  return header.split(/,\s*/).flatMap((mark): TroubleWords[] => {
    const [maker = '', ...rest] = mark.split(/;\s*/);
    const what = rest.join(', ');
    if (maker === '') return [];
    if (maker === 'prefer') return [{ sentence: `The request asked for it: Prefer: ${what}.`, isScenario: false }];
    if (maker === 'delay') return [{ sentence: `The request asked to be held back for ${what}.`, isScenario: false }];
    if (maker === 'magic') return [{ sentence: `The request has the value ${what} in it.`, isScenario: false }];
    const how = what === '' ? '' : ` (${what})`;
    return [{ sentence: `This answer was made by the scenario ${maker}${how}.`, isScenario: true }];
  });
}
