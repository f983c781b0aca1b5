import { join } from 'node:path';
import { loadPortal, PortalError, readContract, readContracts } from '../contract/read/index.ts';
import { buildApp } from './app.ts';
import { openDatabase } from './platform/database/index.ts';
import { listen } from './platform/listen.ts';
import { portalSecret } from './platform/secret/index.ts';
import { readSettings } from './platform/settings.ts';
import { StartError } from './platform/start-error.ts';
import { growUnderLoad } from './platform/young-generation.ts';
import { releaseStartMemory } from './platform/release-start-memory.ts';
import { stopGracefully } from './platform/stop.ts';

const ownContractFile = join(import.meta.dirname, '../openapi/portal/v1.yaml');

/**
 * Starts the service from the environment and `portal.config.ts`, prints its address, and stops it at SIGTERM or SIGINT.
 * Throws a `StartError` or `PortalError`, with a sentence for the operator, where it cannot start.
 */
export async function startService(): Promise<void> {
  const settings = readSettings(process.env, process.cwd());
  const portal = await loadPortal();
  const contracts = await readContracts(portal);
  const ownContract = await readContract({ api: 'portal', version: 'v1', file: ownContractFile });
  let warn = (_: Error): void => undefined;
  const announced: string[] = [];
  let announce = (line: string): void => void announced.push(line);
  const database = await openDatabase({ ...settings, onIdleError: (error) => warn(error) });
  try {
    const secret = portalSecret(settings.secret, settings.dataFolder);
    const app = await buildApp({
      settings,
      portal,
      contracts,
      ownContract,
      database,
      secret,
      environment: process.env,
      announce: (line) => announce(line),
    });
    warn = (err) => app.log.warn({ err }, 'PostgreSQL ended an idle connection');
    const address = await listen(app, settings);
    stopGracefully(app, database);
    growUnderLoad(app.server);
    releaseStartMemory();
    process.stdout.write(`${portal.brand.name}'s portal is at ${address}\n`);
    announce = (line) => void process.stdout.write(`${line}\n`);
    // What was said before the address is said after it: scripts wait for that.
    announced.forEach(announce);
  } catch (error) {
    await database.close();
    throw error;
  }
}

if (import.meta.main) {
  try {
    await startService();
  } catch (error) {
    const isExpected = error instanceof StartError || error instanceof PortalError;
    process.stderr.write(`${isExpected ? error.message : `Internal error: ${String(error)}`}\n`);
    process.exitCode = 1;
  }
}
