import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../..');

/**
 * The sample portal as somebody runs it on their own machine: webhooks go to `http` and to this machine, and what failed is sent
 * again after a second; these addresses are the team's. Resolves with the path of the configuration, in `folder`.
 */
export async function developmentConfig(folder: string, staff: readonly string[] = []): Promise<string> {
  const file = path.join(folder, 'portal.config.ts');
  const config = JSON.stringify(path.join(program, 'portal.config.ts'));
  await writeFile(
    file,
    `import path from 'node:path';
import sample from ${config};

const beside = (file) => path.resolve(path.dirname(${config}), file);
const apis = sample.apis.map((api) => ({
  ...api,
  versions: api.versions.map((version) => ({ ...version, description: beside(version.description) })),
}));
export default {
  ...sample,
  apis,
  docs: beside('docs'),
  accounts: { ...sample.accounts, staff: ${JSON.stringify(staff)} },
  webhooks: { allowPrivateAddresses: true, retrySeconds: [1, 1, 1] },
};
`,
  );
  return file;
}
