import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Props } from '@docusaurus/types';
import { KeptParts } from './kept-parts.ts';

/** What Docusaurus's server bundle renders of one address. */
interface Rendered {
  readonly html: string;
  readonly collectedData: object;
}

type RenderApp = (input: { pathname: string; v4RemoveLegacyPostBuildHeadAttribute: boolean }) => Promise<Rendered>;

interface TemplateParams {
  readonly ssgTemplateContent: string;
  readonly headTags: string;
  readonly preBodyTags: string;
  readonly postBodyTags: string;
}

type Template = (data: unknown) => string;

/** A page of the site at an address, with `extraHead` in its head. */
export type RenderPage = (pathname: string, extraHead: string) => Promise<string>;

const require = createRequire(import.meta.url);
const PARAMS = 'params.json';

/*
 * Pages are rendered as Docusaurus's own build does it: by its server bundle and its HTML template. Both are private modules of
 * the version that package.json pins; the browser tests fail when an upgrade moves them.
 */
const core = path.dirname(require.resolve('@docusaurus/core/package.json'));

/** Puts beside the kept server bundle what the template needs to know of the site. To be called by `postBuild`. */
export async function keepTemplateParams(props: Props, serverFolder: string): Promise<void> {
  const { createSSGParams } = require(path.join(core, 'lib/ssg/ssgParams.js')) as {
    createSSGParams: (input: object) => Promise<TemplateParams>;
  };
  const serverBundlePath = path.join(serverFolder, 'server.bundle.js');
  const clientManifestPath = path.join(props.generatedFilesDir, 'client-manifest.json');
  const params = await createSSGParams({ props, serverBundlePath, clientManifestPath });
  writeFileSync(path.join(serverFolder, PARAMS), JSON.stringify(params));
}

/** The tags that stand in every page around its content, among them inline scripts. */
export function templateTags(serverFolder: string): string {
  const { headTags, preBodyTags, postBodyTags } = readParams(serverFolder);
  return headTags + preBodyTags + postBodyTags;
}

function readParams(serverFolder: string): TemplateParams {
  return JSON.parse(readFileSync(path.join(serverFolder, PARAMS), 'utf8')) as TemplateParams;
}

export async function loadSiteRenderer(serverFolder: string): Promise<RenderPage> {
  const { compileSSGTemplate, renderSSGTemplate } = require(path.join(core, 'lib/ssg/ssgTemplate.js')) as {
    compileSSGTemplate: (template: string) => Promise<Template>;
    renderSSGTemplate: (input: { params: TemplateParams; result: Rendered; ssgTemplate: Template }) => string;
  };
  const params = readParams(serverFolder);
  const { default: render } = require(path.join(serverFolder, 'server.bundle.js')) as { default: RenderApp };
  const ssgTemplate = await compileSSGTemplate(params.ssgTemplateContent);
  const parts = new KeptParts();
  return async (pathname, extraHead) => {
    parts.offer();
    const { html, collectedData } = await render({ pathname, v4RemoveLegacyPostBuildHeadAttribute: true });
    // React leaves a task behind that holds the page's HTML until the event loop comes to it, which files read and written at once never let it.
    await setImmediate();
    return renderSSGTemplate({
      params: { ...params, headTags: params.headTags + extraHead },
      result: { html: parts.setInto(html), collectedData },
      ssgTemplate,
    });
  };
}
