import type { OperationPage } from '../../../../contract/reference-page';
import { contentChoices } from './example-choices';
import { ExampleSwitcher } from './ExampleSwitcher';

/** What a webhook brings. */
export function BodyExamples({ page }: { readonly page: OperationPage }) {
  return <ExampleSwitcher choices={contentChoices(page.body?.content ?? [])} label="Example payload" />;
}
