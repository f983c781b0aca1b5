import type { Operation, Parameter } from '../../../../contract/model.ts';
import type { VerificationView } from '../../../../contract/reference-page.ts';
import type { PageTools } from '../../page-tools.ts';
import { bodySignatureRecipe } from './body-signature.ts';
import { standardWebhooksRecipe } from './standard-webhooks.ts';

/** How to check one kind of signature: Markdown of ours, and the same as code. */
export interface Recipe {
  readonly steps: string;
  readonly node: string;
  readonly python: string;
}

/**
 * How a receiver tells that a webhook is from the platform, by the headers that the contract declares. Undefined where they are of no
 * kind that is known here: then only the contract's own text can say it.
 */
export function buildVerification(
  webhook: Operation,
  { render, webhookGuide: guide }: Pick<PageTools, 'render' | 'webhookGuide'>,
): VerificationView | undefined {
  const recipe = recipeFor(webhook.parameters);
  if (!recipe) return undefined;
  return {
    stepsHtml: render(recipe.steps, 2),
    code: [
      { lang: 'javascript', label: 'Node', source: recipe.node },
      { lang: 'python', label: 'Python', source: recipe.python },
    ],
    ...(guide && { guide }),
  };
}

function recipeFor(parameters: readonly Parameter[]): Recipe | undefined {
  const headers = parameters.filter((parameter) => parameter.in === 'header' && /^[\w-]+$/.test(parameter.name));
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  // Svix, whose format Standard Webhooks took over, has its own name in front.
  const prefix = ['webhook', 'svix'].find((one) =>
    ['id', 'timestamp', 'signature'].every((end) => names.has(`${one}-${end}`)),
  );
  if (prefix !== undefined) return standardWebhooksRecipe(prefix);
  const signature = headers.find(isBodySignature);
  return signature && bodySignatureRecipe(signature.name);
}

/** `X-Hub-Signature-256` of GitHub and Meta, and what others made like it: `sha256=` and an HMAC of the body. */
function isBodySignature({ name, examples }: Parameter): boolean {
  return (
    /signature-256$/i.test(name) ||
    examples.some(({ value }) => typeof value === 'string' && /^sha256=[\da-f]+$/i.test(value))
  );
}
