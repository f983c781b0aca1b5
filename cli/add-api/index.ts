import { readFile } from 'node:fs/promises';
import { bundledDescription, readContract } from '../../contract/read/index.ts';
import { readArguments, WrongUsage } from '../usage.ts';
import { lintDescription } from './lint-description.ts';
import { placeApi } from './place-api.ts';
import { reportAsJson, reportAsText } from './report.ts';

/** Lower-case letters, digits, hyphens: what may stand in `/reference/{api}/{version}/…`. */
const ID = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const VERSION = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/**
 * `add-api FILE --id ID`: reads and lints a description, copies it in (bundled, if it is several files) and adds it to
 * `portal.config.ts`; both or neither.
 */
export async function addApi(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args: [...argv],
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      version: { type: 'string', default: 'v1' },
      title: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  const { id, version } = values;
  if (!file || more.length > 0) throw new WrongUsage('Name one OpenAPI file.');
  if (!id || !ID.test(id))
    throw new WrongUsage('Give the API an id of lower-case letters, digits and hyphens: --id my-api');
  if (!VERSION.test(version))
    throw new WrongUsage(`"${version}" cannot be a version: use lower-case letters, digits, dots and hyphens.`);

  const contract = await readContract({ api: id, version, file });
  const bundled = await bundledDescription(file);
  const findings = await lintDescription(file, bundled ?? (await readFile(file, 'utf8')));
  const copied = await placeApi({ file, bundled, id, version, title: values.title ?? contract.info.title });
  const report = { contract, findings, copied };
  console.log(values.json ? reportAsJson(report) : reportAsText(report));
}
