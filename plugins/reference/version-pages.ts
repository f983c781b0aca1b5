import type { SchemaView, ServedPage } from '../../contract/reference-page.ts';
import { changesPages } from './changes/changes-pages.ts';
import { olderVersions } from './changes/contract-changes.ts';
import { ContractDigests, documentDigest } from './made/contract-digests.ts';
import type { RenderMarkdown } from './markdown/render-markdown.ts';
import { operationPages } from './operation/operation-pages.ts';
import { tagPages } from './overview/tag-pages.ts';
import { pageTools, type PageTools } from './page-tools.ts';
import type { PlannedVersion, ReferencePlan } from './plan.ts';
import type { PlannedPage, PlanPages } from './planned-page.ts';
import { schemaPages } from './schema-page/schema-pages.ts';
import { aroundPage } from './served-page.ts';

/** Every kind of page that is rendered into a frame. */
const KINDS: readonly PlanPages[] = [operationPages, tagPages, schemaPages, changesPages];

/** The framed pages of one API version: all are known, each is made when it is asked for. */
export class VersionPages {
  readonly #version: PlannedVersion;
  readonly #tools: PageTools;
  readonly #pages = new Map<string, PlannedPage>();
  readonly #digests: ContractDigests;
  #forAllPages: string | undefined;

  constructor(version: PlannedVersion, { contracts, webhookGuide }: ReferencePlan, render: RenderMarkdown) {
    this.#version = version;
    this.#tools = pageTools(version.contract, contracts, render, webhookGuide);
    this.#digests = new ContractDigests(version.contract);
    for (const plan of KINDS) for (const page of plan(version.nav, this.#tools)) this.#pages.set(page.path, page);
  }

  paths(): string[] {
    return [...this.#pages.keys()];
  }

  /** The data of a page; undefined where there is no such page. */
  served(path: string): ServedPage | undefined {
    const page = this.#pages.get(path);
    return page && { page: page.make(), ...aroundPage(page, this.#version.nav) };
  }

  /** Changes with what a page's data are made from; undefined for a page that is to be made by each build. */
  digest(path: string): string | undefined {
    const page = this.#pages.get(path);
    if (!page?.madeFrom) return undefined;
    this.#forAllPages ??= this.#digestForAllPages();
    return this.#digests.of([this.#forAllPages, page.madeFrom(), aroundPage(page, this.#version.nav)]);
  }

  /** The schemas that the pages made so far leave for later, by the name that they give them; each comes once. */
  parts(): Iterable<{ readonly name: string; readonly view: SchemaView }> {
    return this.#tools.views.files();
  }

  /** Of what any page shows. Pages that tell what changed since older versions are made from all of both. */
  #digestForAllPages(): string {
    const { contract, all, webhookGuide } = this.#tools;
    const { securitySchemes, servers, info, operations, webhooks } = contract;
    // Links of prose lead to operations by their ids.
    const addresses = [...operations, ...webhooks].map(({ id, slug }) => [id, slug]);
    const older = olderVersions(contract, all);
    const compared = older.length === 0 ? [] : [contract, ...older].map(documentDigest);
    return this.#digests.of([
      this.#version.nav.title,
      securitySchemes,
      servers,
      info,
      webhookGuide,
      compared,
      addresses,
    ]);
  }
}
