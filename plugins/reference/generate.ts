import { layOutReference } from './layout/lay-out-reference.ts';
import { planReference, type ReferenceInput } from './plan.ts';
import { writePages } from './write-pages.ts';

/**
 * Writes all that the site's reference is made of, for development. A build does the two halves apart: Docusaurus works on the
 * first while the second is written.
 */
export async function generateReference(input: ReferenceInput): Promise<void> {
  const plan = planReference(input);
  const laidOut = layOutReference(plan);
  // Lets the thread begin before this one is busy.
  await new Promise(setImmediate);
  writePages(plan);
  await laidOut;
}
