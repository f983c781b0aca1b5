const LONGEST_MILLISECONDS = 15_000;

/**
 * Waits until the folds that were opened in `root` hold what they fetch (`MoreSchema`, `ValueList` say so in `data-state`); gives up
 * after 15 s.
 */
export async function settled(root: ParentNode): Promise<void> {
  const until = Date.now() + LONGEST_MILLISECONDS;
  do {
    // A fold tells React of its opening in a task of its own; then there is a rendering.
    await new Promise((resume) => setTimeout(resume, 20));
  } while (root.querySelector(PENDING) && Date.now() < until);
}

const PENDING = 'details[open]:is([data-state="shut"], [data-state="loading"])';
