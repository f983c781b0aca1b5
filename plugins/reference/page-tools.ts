import type { Contract } from '../../contract/model.ts';
import type { PageLink } from '../../contract/reference-page.ts';
import { sampleSchema, sketchSchema } from '../../contract/sample.ts';
import type { RenderMarkdown } from './markdown/render-markdown.ts';
import type { SampleSchema } from './operation/example-views.ts';
import { shortSample } from './operation/short-sample.ts';
import { SchemaViews } from './schema/schema-views.ts';

/** What the pages of one contract are made with. */
export interface PageTools {
  readonly contract: Contract;
  /** Every contract of the portal, for the ways to other versions. */
  readonly all: readonly Contract[];
  readonly render: RenderMarkdown;
  /** What it leaves out of pages comes out of `views.files()` when all pages are made. */
  readonly views: SchemaViews;
  readonly sample: SampleSchema;
  /** The portal's guide on webhooks, where there is one. */
  readonly webhookGuide?: PageLink;
}

export function pageTools(
  contract: Contract,
  all: readonly Contract[],
  render: RenderMarkdown,
  webhookGuide?: PageLink,
): PageTools {
  return {
    contract,
    all,
    render,
    views: new SchemaViews(contract, render),
    sample: sampleFrom(contract),
    webhookGuide,
  };
}

/** A schema whose JSON is longer than this is hardly written twice. */
const LONGEST_KEY = 200;

/**
 * A request's sample is sent, so it is checked against its schema; an answer's is only looked at. Most answers refer to one of few
 * components: theirs are drawn once.
 */
function sampleFrom(contract: Contract): SampleSchema {
  const draw: SampleSchema = (schema, direction) =>
    direction === 'request'
      ? shortSample(sampleSchema(contract, schema, 'request'), contract, schema)
      : sketchSchema(contract, schema, 'response');
  const drawn = new Map<string, unknown>();
  return (schema, direction) => {
    const key = `${direction} ${JSON.stringify(schema)}`;
    if (key.length > LONGEST_KEY) return draw(schema, direction);
    if (!drawn.has(key)) drawn.set(key, draw(schema, direction));
    return drawn.get(key);
  };
}
