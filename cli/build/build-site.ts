import { checkExamples } from '../../contract/check-examples.ts';
import type { Contract } from '../../contract/model.ts';
import {
  groupsInUse,
  loadPortal,
  type LoadedPortal,
  PortalError,
  portalForReaders,
  readContracts,
} from '../../contract/read/index.ts';
import { buildFolder } from '../../contract/read/build-folder.ts';
import { readGuideAccess } from '../../plugins/gating/index.ts';
import { type BuiltEdition, buildEdition } from './build-edition.ts';
import { describeGated } from './describe-gated.ts';
import { editionsFor } from './editions.ts';
import { fingerprintInputs } from './inputs.ts';
import { publishEditions } from './publish-editions.ts';
import { refuseTraces } from './refuse-traces.ts';
import { PROGRAM } from './run-docusaurus.ts';
import { writeStamp } from './stamp.ts';

/** For each description: GitHub's ten thousand examples would take seconds. */
const EXAMPLES_BUDGET = { milliseconds: 500 };

/**
 * Milliseconds that each part of a build took, over all editions. Docusaurus works while pages are generated; `bundle` is how much longer it
 * took.
 */
export type BuildTimes = Record<'read' | 'layout' | 'generate' | 'bundle' | 'render' | 'publish', number>;

/**
 * Builds the whole site below the build folder: everybody's edition, and one for each group that something is early access for. The site
 * that was there before stays until all of the new one is complete. Throws a {@link PortalError} for what an author can mend.
 */
export async function buildSite(): Promise<BuildTimes> {
  const times: BuildTimes = { read: 0, layout: 0, generate: 0, bundle: 0, render: 0, publish: 0 };
  const lap = stopwatch(times);
  const build = buildFolder();
  const portal = await loadPortal();
  const guideAccess = await readGuideAccess(portal);
  const contracts = await readContracts(portal);
  const descriptions = contracts.flatMap(({ file, otherFiles = [] }) => [file, ...otherFiles]);
  const inputs = await fingerprintInputs(portal, PROGRAM, descriptions);
  for (const warning of contracts.flatMap((contract) => contract.warnings)) console.warn(`warning: ${warning}`);
  lap('read');

  const isGated = guideAccess.size > 0 || groupsInUse(portal, guideAccess).length > 0;
  const built: BuiltEdition[] = [];
  for (const edition of editionsFor(groupsInUse(portal, guideAccess), build)) {
    const readers = portalForReaders(portal, guideAccess, edition.readers);
    const isEverybodys = built.length === 0;
    const making = buildEdition({
      ...{ edition, inputs, lap, portal: readers, contracts: contractsOf(readers, contracts) },
      meanwhile: async () => (isEverybodys ? warnOfExamples(contracts) : undefined),
    });
    built.push(await (isGated && isEverybodys ? making.catch(tellOfGates) : making));
  }
  const gated = describeGated(portal, guideAccess, built);
  refuseTraces(built, gated);
  await publishEditions(built, gated, build);
  await writeStamp(build, 'site', inputs.site, descriptions);
  lap('publish');
  return times;
}

function contractsOf({ apis }: LoadedPortal, contracts: readonly Contract[]): Contract[] {
  return contracts.filter(({ api, version }) =>
    apis.some(({ id, versions }) => id === api && versions.some((one) => one.id === version)),
  );
}

async function warnOfExamples(contracts: readonly Contract[]): Promise<void> {
  for (const contract of contracts) {
    for (const warning of await checkExamples(contract, EXAMPLES_BUDGET)) console.warn(`warning: ${warning}`);
  }
}

function tellOfGates(error: unknown): never {
  if (!(error instanceof PortalError)) throw error;
  throw new PortalError(
    `${error.message}\nThis is the site as everybody sees it, without early access: where it does not find a page or an operation that is there, what names it needs the same "access".`,
  );
}

function stopwatch(times: BuildTimes): (part: keyof BuildTimes) => void {
  let last = performance.now();
  return (part) => {
    const now = performance.now();
    times[part] += Math.round(now - last);
    last = now;
  };
}
