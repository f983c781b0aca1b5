import type { Contract, SecurityRequirement } from '../../../contract/model.ts';
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
    return [
      {
        name,
        type: scheme.type,
        ...(scheme.in !== undefined && { in: scheme.in }),
        ...(scheme.name !== undefined && { parameterName: scheme.name }),
        ...(scheme.scheme !== undefined && { scheme: scheme.scheme }),
        scopes,
        descriptionHtml: render(scheme.description, 3),
      },
    ];
  });
}
