import type { OperationPage } from '../../../../contract/reference-page';
import type { Sent } from '../answer/answer';
import type { Environment } from '../environments/environment-store';
import type { FormValues } from '../request';

/** A request from the console, and what came of it. */
export interface Exchange {
  readonly page: OperationPage;
  readonly values: FormValues;
  readonly sent: Sent;
  /** The one that was chosen when it was sent; undefined where there is no choice. */
  readonly environment: Environment | undefined;
}
