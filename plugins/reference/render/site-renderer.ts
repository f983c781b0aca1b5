import { createRequire } from 'node:module';
import path from 'node:path';
import type { Props } from '@docusaurus/types';

/** What Docusaurus's server bundle renders of one address. */
interface Rendered {
  readonly html: string;
  readonly collectedData: { readonly anchors: readonly string[]; readonly links: readonly string[] };
}

type RenderApp = (input: { pathname: string; v4RemoveLegacyPostBuildHeadAttribute: boolean }) => Promise<Rendered>;

interface TemplateParams {
  readonly postBodyTags: string;
}

type Template = (data: unknown) => string;

/** A page of the site at an address, with `extraBody` at the end of its body. */
export type RenderPage = (pathname: string, extraBody: string) => Promise<string>;

const require = createRequire(import.meta.url);

/**
 * Renders pages as Docusaurus's own build does: by its server bundle (a copy that was kept) and its HTML template. Both are
 * private modules of the version that package.json pins; the build's test fails when an upgrade moves them.
 */
export async function loadSiteRenderer(props: Props, serverFolder: string): Promise<RenderPage> {
  const core = path.dirname(require.resolve('@docusaurus/core/package.json'));
  const { createSSGParams } = require(path.join(core, 'lib/ssg/ssgParams.js')) as {
    createSSGParams: (input: object) => Promise<TemplateParams>;
  };
  const { compileSSGTemplate, renderSSGTemplate } = require(path.join(core, 'lib/ssg/ssgTemplate.js')) as {
    compileSSGTemplate: (template: string) => Promise<Template>;
    renderSSGTemplate: (input: { params: TemplateParams; result: Rendered; ssgTemplate: Template }) => string;
  };
  const { default: template } = require(path.join(core, 'lib/ssg/ssgTemplate.html.js')) as { default: string };
  const serverBundlePath = path.join(serverFolder, 'server.bundle.js');
  const { default: render } = require(serverBundlePath) as { default: RenderApp };
  const clientManifestPath = path.join(props.generatedFilesDir, 'client-manifest.json');
  const params = await createSSGParams({ props, serverBundlePath, clientManifestPath });
  const ssgTemplate = await compileSSGTemplate(props.siteConfig.ssrTemplate ?? template);
  return async (pathname, extraBody) => {
    const result = await render({ pathname, v4RemoveLegacyPostBuildHeadAttribute: true });
    return renderSSGTemplate({
      params: { ...params, postBodyTags: params.postBodyTags + extraBody },
      result,
      ssgTemplate,
    });
  };
}
