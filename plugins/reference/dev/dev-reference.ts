import { PortalError, readContracts, type LoadedPortal } from '../../../contract/read/index.ts';
import type { SchemaView } from '../../../contract/reference-page.ts';
import { layOutEmbeds } from '../../embeds/lay-out-embeds.ts';
import { descriptionToDownload } from '../download.ts';
import { layOutReference } from '../layout/lay-out-reference.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { proseLinks } from '../markdown/prose-links.ts';
import { linkTargets, planReference } from '../plan.ts';
import { VersionPages } from '../version-pages.ts';

interface DevVersion {
  readonly pages: VersionPages;
  readonly nav: string;
  readonly download: () => { readonly file: string; readonly bytes: Buffer };
  readonly parts: Map<string, SchemaView>;
}

const FILE = /^\/reference\/(?<version>[^/]+\/[^/]+)\/(?<name>.+)\.(?<ending>json|yaml)$/;

/**
 * The reference in development: the data of a page are made when it is looked at, from the descriptions as they were last read, so that
 * a change is on the screen without the making of all other pages. What Docusaurus builds (overviews) is laid out anew meanwhile.
 */
export class DevReference {
  readonly #portal: LoadedPortal;
  readonly #buildFolder: string;
  #versions: ReadonlyMap<string, DevVersion> = new Map();
  #files: readonly string[] = [];
  #release = 0;
  #working: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<(release: string) => void>();

  constructor(portal: LoadedPortal, buildFolder: string) {
    this.#portal = portal;
    this.#buildFolder = buildFolder;
  }

  /** Reads the descriptions. Throws a {@link PortalError} for what is wrong with them. */
  async read(): Promise<void> {
    const contracts = await readContracts(this.#portal);
    this.#files = contracts.flatMap(({ file, otherFiles = [] }) => [file, ...otherFiles]);
    for (const warning of contracts.flatMap((contract) => contract.warnings)) console.warn(`warning: ${warning}`);
    const plan = planReference({ portal: this.#portal, contracts, buildFolder: this.#buildFolder });
    this.#versions = new Map(
      plan.versions.map((version) => [
        `${version.contract.api}/${version.contract.version}`,
        {
          pages: new VersionPages(
            version,
            plan,
            createMarkdownRenderer(proseLinks(linkTargets(plan, version.contract))),
          ),
          nav: JSON.stringify(version.nav),
          download: () => descriptionToDownload(version.contract),
          parts: new Map(),
        },
      ]),
    );
    this.#release++;
    for (const listener of this.#listeners) listener(this.release());
    await layOutReference(plan);
    const { docsFolder, journeys } = this.#portal;
    layOutEmbeds({ docsFolder, journeys, contracts, buildFolder: this.#buildFolder });
  }

  /**
   * Reads the descriptions again, one time after the other. What is wrong with them is said in the terminal, and the last good pages
   * stay.
   */
  readAgain(): Promise<void> {
    this.#working = this.#working
      .then(() => this.read())
      .catch((error: unknown) => {
        if (!(error instanceof PortalError)) throw error;
        console.error(`${error.message}\nThe reference stays as it was until that is mended.`);
      });
    return this.#working;
  }

  /** The files that the descriptions were read from. */
  files(): readonly string[] {
    return this.#files;
  }

  /** Another one after each change. */
  release(): string {
    return String(this.#release);
  }

  /** Tells of each new release, until the returned function is called. */
  onRelease(listener: (release: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The file at an address as a build would have written it; undefined where there is none. */
  file(pathname: string): string | Buffer | undefined {
    const { version: key = '', name = '', ending } = FILE.exec(pathname)?.groups ?? {};
    const version = this.#versions.get(key);
    if (!version) return undefined;
    const download = version.download();
    if (`${name}.${ending}` === download.file) return download.bytes;
    if (ending !== 'json') return undefined;
    if (name === 'nav') return version.nav;
    if (name === 'pages') return JSON.stringify(version.pages.paths());
    if (name.startsWith('parts/')) return asJson(part(version, decodeURIComponent(name.slice('parts/'.length))));
    return asJson(version.pages.served(name));
  }
}

/** What pages leave for later is known when they have been made. */
function part({ pages, parts }: DevVersion, name: string): SchemaView | undefined {
  for (const each of pages.parts()) parts.set(each.name, each.view);
  return parts.get(name);
}

const asJson = (value: object | undefined) => (value === undefined ? undefined : JSON.stringify(value));
