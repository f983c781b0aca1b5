import type { Contract, SecurityRequirement, SecurityScheme } from '../../../contract/model.ts';
import type { SecurityView } from '../../../contract/reference-page.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';

/** The schemes that one alternative needs together (OpenAPI 3.1 §4.8.30). One that is not declared is left out. */
export function buildSecurity(
  requirement: SecurityRequirement,
  { contract, render }: { readonly contract: Pick<Contract, 'securitySchemes'>; readonly render: RenderMarkdown },
): SecurityView[] {
  return Object.entries(requirement).flatMap(([name, scopes]) => {
    const scheme = Object.hasOwn(contract.securitySchemes, name) ? contract.securitySchemes[name] : undefined;
    if (!scheme) return [];
    const scopeTexts = textsOf(scheme, scopes);
    return [
      {
        name,
        type: scheme.type,
        ...(scheme.in !== undefined && { in: scheme.in }),
        ...(scheme.name !== undefined && { parameterName: scheme.name }),
        ...(scheme.scheme !== undefined && { scheme: scheme.scheme }),
        scopes,
        ...(Object.keys(scopeTexts).length > 0 && { scopeTexts }),
        descriptionHtml: render(scheme.description, 2),
        ...(scheme.bearerFormat !== undefined && { bearerFormat: scheme.bearerFormat }),
        ...(scheme.deprecated && { deprecated: true }),
      },
    ];
  });
}

/** What each of these scopes is for, by the first flow that says it. */
function textsOf({ flows = {} }: SecurityScheme, scopes: readonly string[]): Record<string, string> {
  const all = Object.values(flows).map((flow) => flow.scopes);
  const texts = scopes.flatMap((scope) => {
    const text = all.find((known) => Object.hasOwn(known, scope) && known[scope] !== '')?.[scope];
    return text === undefined ? [] : [[scope, text] as const];
  });
  return Object.fromEntries(texts);
}
