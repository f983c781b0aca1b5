import type { OperationPage } from '../../../../contract/reference-page';
import { operationKey } from '../memory';
import type { Environment } from '../environments/environment-store';
import type { FormValues } from '../request';
import { takeAnnounced, takeArrival } from './arrivals';
import type { PortableRequest } from './portable-request';
import { readHash } from './share-link';
import { valuesOfPortable } from './values-of-portable';

export type ArrivalSource = 'link' | 'history' | 'import';

export type Arrival =
  | {
      readonly kind: 'values';
      readonly source: ArrivalSource;
      readonly values: FormValues;
      /** Where it went; none where there was no choice. */
      readonly environment?: Environment;
      /** Sentences on what is not as it was. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What an address brings to this operation's form; null where it brings nothing. */
export async function readArrival(page: OperationPage, hash: string): Promise<Arrival | null> {
  const reading = await readHash(hash);
  if (reading.kind === 'refused') return reading;
  if (reading.kind === 'request') return arrivalOf(page, reading.request, 'link');
  const announced = takeAnnounced(operationKey(page));
  if (announced) return announced;
  const waiting = takeArrival(operationKey(page));
  return waiting && arrivalOf(page, waiting, 'history');
}

export function arrivalOf(page: OperationPage, request: PortableRequest, source: ArrivalSource): Arrival {
  const reading = valuesOfPortable(page, request);
  const { environment } = request;
  if (reading.kind === 'values') return { ...reading, source, ...(environment && { environment }) };
  const named = reading.operation.slice(0, 120);
  return { kind: 'refused', sentence: `It is for another operation: ${named}.` };
}
