import { createRequire } from 'node:module';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import type { LayOutJob } from './lay-out.ts';

/** What is used of the plugin: it offers its generator only through its command line. */
interface OpenApiDocsPlugin {
  extendCli(cli: CommandLine): void;
}

interface CommandLine {
  command(name: string): CommandLine;
  description(text: string): CommandLine;
  usage(text: string): CommandLine;
  arguments(text: string): CommandLine;
  option(flags: string, text: string): CommandLine;
  action(run: Action): CommandLine;
}

type Action = (id: string, instance: { opts(): Record<string, unknown> }) => Promise<void>;

const DOCS_PLUGIN_ID = 'reference';

/** Runs docusaurus-plugin-openapi-docs for each API version. */
async function layOut({ folder, template, versions }: LayOutJob): Promise<void> {
  const { default: openApiDocs } = createRequire(import.meta.url)('docusaurus-plugin-openapi-docs') as {
    default: (context: object, options: object) => OpenApiDocsPlugin;
  };
  const config = Object.fromEntries(
    versions.map(({ key, specPath, overview }) => [
      key,
      {
        specPath,
        outputDir: path.posix.join(folder, key),
        template,
        infoTemplate: template,
        markdownGenerators: { createApiPageMD: () => '', createInfoPageMD: () => overview },
        sidebarOptions: { groupPathsBy: 'tag' },
      },
    ]),
  );
  const docs = ['@docusaurus/plugin-content-docs', { id: DOCS_PLUGIN_ID, path: folder, routeBasePath: 'reference' }];
  const context = { siteDir: folder, siteConfig: { presets: [], plugins: [docs] } };
  const generate = generateAction(openApiDocs(context, { id: 'reference', docsPluginId: DOCS_PLUGIN_ID, config }));
  // One after the other: its `all` does not wait for what it starts.
  for (const { key } of versions) await generate(key, { opts: () => ({}) });
}

function generateAction(plugin: OpenApiDocsPlugin): Action {
  const actions = new Map<string, Action>();
  let current = '';
  const cli: CommandLine = {
    command: (name) => {
      current = name;
      return cli;
    },
    description: () => cli,
    usage: () => cli,
    arguments: () => cli,
    option: () => cli,
    action: (run) => {
      actions.set(current, run);
      return cli;
    },
  };
  plugin.extendCli(cli);
  const action = actions.get('gen-api-docs');
  if (!action) throw new Error('docusaurus-plugin-openapi-docs has no command gen-api-docs any more.');
  return action;
}

await layOut(workerData as LayOutJob);
