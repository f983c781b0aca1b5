import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import type { Contract, Operation } from '../../../contract/model.ts';
import type { OperationPage, PageLink } from '../../../contract/reference-page.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { pageTools } from '../page-tools.ts';
import { buildOperationPage } from './build-operation-page.ts';

/** The page of one operation, for tests: nothing stands beside it, and its samples are made up. */
export function pageOf(
  operation: Partial<Operation>,
  contract: Partial<Contract> = {},
  webhookGuide?: PageLink,
): OperationPage {
  const whole = { ...aContract([]), ...contract };
  const tools = {
    ...pageTools(whole, [whole], createMarkdownRenderer(), webhookGuide),
    sample: () => ({ sampled: true }),
  };
  const place = { tag: { name: 'Tag', slug: 'tag' }, previous: undefined, next: undefined, otherVersions: [] };
  return buildOperationPage(anOperation(operation), place, tools);
}
