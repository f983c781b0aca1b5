import type { OperationPage } from '../../../../contract/reference-page';
import { answerChoices } from './example-choices';
import { ExampleSwitcher } from './ExampleSwitcher';

/** What comes back, by status. */
export function AnswerExamples({ page }: { readonly page: OperationPage }) {
  return <ExampleSwitcher choices={answerChoices(page.responses)} label="Example answer" />;
}
