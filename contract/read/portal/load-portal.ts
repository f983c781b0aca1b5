import { statSync } from 'node:fs';
import path from 'node:path';
import type { PortalConfig } from '../../portal-config.ts';
import { gatherErrors, PortalError } from '../portal-error.ts';
import { checkRules } from './config-rules.ts';
import { configShape } from './config-shape.ts';
import { parseConfig } from './config-source.ts';
import { importConfig } from './import-config.ts';
import { applyDefaults, type LoadedPortal } from './loaded-portal.ts';
import { checkShape, type ConfigProblem } from './shape.ts';

/**
 * Loads and checks the portal's configuration: `configFile`, else `PORTAL_CONFIG`, else `portal.config.ts` in the
 * working directory. Throws one `PortalError` with all that is wrong, a line each with file and line.
 */
export async function loadPortal(configFile?: string): Promise<LoadedPortal> {
  const file = path.resolve(configFile ?? process.env.PORTAL_CONFIG ?? 'portal.config.ts');
  const { value, text } = await importConfig(file);
  const problems = checkShape(value, configShape);
  if (problems.length > 0) throw describeProblems(file, text, problems);
  const config = value as PortalConfig;
  const portal = applyDefaults(config, file, isFolder);
  const rest = [...checkRules(config), ...findMissingFiles(config, portal)];
  if (rest.length > 0) throw describeProblems(file, text, rest);
  return portal;
}

function findMissingFiles(config: PortalConfig, portal: LoadedPortal): ConfigProblem[] {
  const problems = portal.apis.flatMap((api, apiIndex) =>
    api.versions.flatMap((version, index): ConfigProblem[] => {
      if (exists(version.file)) return [];
      const stated = config.apis[apiIndex]?.versions[index]?.description ?? version.file;
      const sentence = `there is no file "${stated}". Correct the path; it is relative to this configuration.`;
      return [{ path: ['apis', apiIndex, 'versions', index, 'description'], sentence }];
    }),
  );
  if (config.docs !== undefined && portal.docsFolder === null) {
    problems.push({ path: ['docs'], sentence: `there is no folder "${config.docs}". Create it, or correct the path.` });
  }
  return problems;
}

/** The lines of problems in a configuration. */
export function describeProblems(file: string, text: string, problems: readonly ConfigProblem[]): PortalError {
  const source = parseConfig(file, text);
  const errors = problems.map(
    ({ path: at, sentence }) => new PortalError(sentence, { file, line: source.locate(at)?.line }),
  );
  return gatherErrors(errors as [PortalError, ...PortalError[]]);
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
