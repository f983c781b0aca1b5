import type { SchemaView, ServedPage } from '../../contract/reference-page.ts';
import { changesPages } from './changes/changes-pages.ts';
import type { RenderMarkdown } from './markdown/render-markdown.ts';
import { operationPages } from './operation/operation-pages.ts';
import { pageTools, type PageTools } from './page-tools.ts';
import type { PlannedVersion, ReferencePlan } from './plan.ts';
import type { PlannedPage, PlanPages } from './planned-page.ts';
import { schemaPages } from './schema-page/schema-pages.ts';
import { servedPage } from './served-page.ts';

/** Every kind of page that is rendered into a frame. */
const KINDS: readonly PlanPages[] = [operationPages, schemaPages, changesPages];

/** The framed pages of one API version: all are known, each is made when it is asked for. */
export class VersionPages {
  readonly #version: PlannedVersion;
  readonly #tools: PageTools;
  readonly #pages = new Map<string, PlannedPage>();

  constructor(version: PlannedVersion, { contracts, webhookGuide }: ReferencePlan, render: RenderMarkdown) {
    this.#version = version;
    this.#tools = pageTools(version.contract, contracts, render, webhookGuide);
    for (const plan of KINDS) for (const page of plan(version.nav, this.#tools)) this.#pages.set(page.path, page);
  }

  paths(): string[] {
    return [...this.#pages.keys()];
  }

  /** The data of a page; undefined where there is no such page. */
  served(path: string): ServedPage | undefined {
    const page = this.#pages.get(path)?.make();
    return page && servedPage(page, this.#version.nav);
  }

  /** The schemas that the pages made so far leave for later, by the name that they give them; each comes once. */
  parts(): Iterable<{ readonly name: string; readonly view: SchemaView }> {
    return this.#tools.views.files();
  }
}
