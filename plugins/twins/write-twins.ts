import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../contract/model.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import type { ReferenceNav } from '../../contract/reference-page.ts';
import { readHome } from '../home/read-home.ts';
import { embeddedTexts } from './guides/embedded-text.ts';
import { firstCallText } from './guides/first-call.ts';
import { journeyText } from './guides/journey-text.ts';
import { type Guide, GUIDES_FILE } from './guides/guide.ts';
import { guideTwin } from './guides/guide-twin.ts';
import { twinLinks } from './guides/twin-link.ts';
import { homeTwin } from './home-twin.ts';
import { excerptsOf } from './llms/excerpts.ts';
import { llmsFullParts } from './llms/llms-full.ts';
import { llmsText } from './llms/llms-text.ts';
import { twinAddress } from './twin-address.ts';

export interface TwinsInput {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  /** The site, complete but for what is written here: the twins of the reference's pages are in it. */
  readonly siteFolder: string;
  readonly buildFolder: string;
}

/** Writes into a built site the Markdown twins of guides and of the home page, `llms.txt` and `llms-full.txt`. Returns the guides. */
export async function writeTwins(input: TwinsInput): Promise<readonly Guide[]> {
  const { portal, contracts, siteFolder } = input;
  const guides = takeGuides(siteFolder);
  const linksOf = twinLinks(guides);
  const firstCall = (journey: string) => firstCallText(journey, input);
  for (const guide of guides) {
    const source = readFileSync(path.join(portal.docsFolder ?? '', guide.file), 'utf8');
    const embedded = embeddedTexts(guide.file, input);
    const tools = {
      twinLink: linksOf(guide),
      firstCall,
      embedded,
      journey: (id: string) => journeyText(id, portal.journeys, linksOf(guide)),
    };
    write(siteFolder, twinAddress(guide.address), guideTwin(guide, source, tools));
  }
  const home = await readHome(portal.docsFolder);
  write(siteFolder, '/index.md', homeTwin(portal, home, firstCall('first-call')));

  const navs = contracts.map(({ api, version }) => readNav(siteFolder, api, version));
  const listed = { portal, guides, navs, excerpts: excerptsOf(contracts) };
  write(siteFolder, '/llms.txt', llmsText(listed));
  const twin = (address: string) => readFileSync(path.join(siteFolder, twinAddress(address)), 'utf8');
  write(siteFolder, '/llms-full.txt', '');
  const file = openSync(path.join(siteFolder, 'llms-full.txt'), 'a');
  for (const part of llmsFullParts(listed, twin)) writeSync(file, part);
  closeSync(file);
  return guides;
}

/** The list that the site's shell came with; it is not for readers. */
function takeGuides(siteFolder: string): Guide[] {
  const file = path.join(siteFolder, GUIDES_FILE);
  const guides = JSON.parse(readFileSync(file, 'utf8')) as Guide[];
  rmSync(file);
  return guides;
}

function readNav(siteFolder: string, api: string, version: string): ReferenceNav {
  return JSON.parse(readFileSync(path.join(siteFolder, 'reference', api, version, 'nav.json'), 'utf8')) as ReferenceNav;
}

function write(siteFolder: string, address: string, text: string): void {
  const file = path.join(siteFolder, address);
  mkdirSync(path.dirname(file), { recursive: true });
  // What stands there may share its bytes with the shell.
  rmSync(file, { force: true });
  writeFileSync(file, text);
}
