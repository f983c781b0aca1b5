/** A page of the reference that is rendered into a frame: `kind` tells them apart; its data is at its address + `.json`. */
export type ReferencePage = OperationPage | TagPage | SchemaPage | SchemaListPage | ChangesPage;

/** What one page's HTML is rendered from, and what the browser reads to take it over: the file at the page's address + `.json`. */
export interface ServedPage<Page extends ReferencePage = ReferencePage> {
  readonly page: Page;
  /** As much of the sidebar as stands in the HTML. */
  readonly outline: NavOutline;
  /** The section that is open, with the operations around this one. */
  readonly group?: NavGroup;
}

/**
 * What an operation's page shows and its console sends by: plain data, made at build time from the neutral model,
 * rendered into the page's HTML and written beside it as JSON (`/reference/{api}/{version}/{slug}.json`).
 * Every `…Html` is Markdown that was rendered and sanitised at build time; every other string is text.
 */
export interface OperationPage {
  readonly api: string;
  readonly version: string;
  readonly slug: string;
  readonly id: string;
  readonly kind: 'operation' | 'webhook';
  readonly method: string;
  readonly path: string;
  readonly title: string;
  /** The description's beginning as plain text, for search engines and previews. */
  readonly excerpt: string;
  readonly descriptionHtml: string;
  readonly deprecated: boolean;
  readonly tag: { readonly name: string; readonly slug: string };
  /** Alternatives; within one, all are needed. Empty: no key is needed. */
  readonly security: readonly (readonly SecurityView[])[];
  readonly parameters: readonly ParameterView[];
  readonly body?: BodyView;
  readonly responses: readonly ResponseView[];
  /** Where the operation says other servers than its description. */
  readonly servers?: readonly ServerView[];
  /** What the platform sends to the integrator in the course of this operation. */
  readonly callbacks?: readonly CallbackView[];
  /** `x-badges`: short words beside the title (`Beta`). */
  readonly badges?: readonly BadgeView[];
  /** `x-codeSamples`: what the author wrote by hand. They stand beside the generated ones. */
  readonly codeSamples?: readonly CodeSampleView[];
  readonly externalDocs?: { readonly href: string; readonly text: string };
  /** What the description says of its end, where it says more than `deprecated`. */
  readonly deprecation?: DeprecationView;
  /** How a receiver tells that a webhook is from the platform. */
  readonly verification?: VerificationView;
  /** The API's other versions: the same operation there, or the version's overview. */
  readonly otherVersions: readonly VersionLink[];
  /** What changed since the version before; none where nothing did, or there is none. */
  readonly changedSince?: ChangedSince;
  readonly previous?: PageLink;
  readonly next?: PageLink;
}

export interface DeprecationView {
  /** ISO dates. */
  readonly since?: string;
  readonly sunset?: string;
  /** The operation to use instead. */
  readonly instead?: PageLink;
}

export interface VerificationView {
  /** What to check, step by step. */
  readonly stepsHtml: string;
  /** The same as code. */
  readonly code: readonly CodeSampleView[];
  /** The portal's guide on webhooks. */
  readonly guide?: PageLink;
}

export interface ServerView {
  /** With its variables in braces, as declared. */
  readonly url: string;
  readonly descriptionHtml: string;
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
    readonly enum?: readonly string[];
    readonly descriptionHtml: string;
  }[];
}

export interface CallbackView {
  /** The key in `callbacks`. */
  readonly name: string;
  /** The runtime expression that tells where it is sent: `{$request.body#/callbackUrl}`. */
  readonly expression: string;
  /** The same in words, where it is one value of the request or its answer. */
  readonly sentTo?: SourceView;
  readonly method: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly parameters: readonly ParameterView[];
  readonly body?: BodyView;
  readonly responses: readonly ResponseView[];
}

/** Where a value comes from: `id`, `of this answer`. */
export interface SourceView {
  /** The name of a member, a parameter or a header; or a value that stays the same. */
  readonly name: string;
  /** What it is part of, in words; none for a value that stays the same. */
  readonly of?: string;
}

export interface BadgeView {
  readonly text: string;
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad' | 'accent';
}

export interface CodeSampleView {
  /** As the author says it: `curl`, `Python`, `C#`. */
  readonly lang: string;
  readonly label?: string;
  readonly source: string;
}

export interface VersionLink {
  readonly version: string;
  readonly href: string;
  /** Whether the same operation is there. */
  readonly same: boolean;
  /** What it became there, or was: the title of the page that `href` leads to. */
  readonly title?: string;
}

export interface PageLink {
  readonly title: string;
  readonly href: string;
  readonly method?: string;
}

export interface SecurityView {
  /** The scheme's name in the description. */
  readonly name: string;
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** Where an `apiKey` goes. */
  readonly in?: 'header' | 'query' | 'cookie';
  readonly parameterName?: string;
  /** `bearer`, `basic` … of an `http` scheme. */
  readonly scheme?: string;
  readonly scopes: readonly string[];
  /** What each scope is for, as text, where the scheme says it. */
  readonly scopeTexts?: Readonly<Record<string, string>>;
  readonly descriptionHtml: string;
  /** `JWT`, of a `bearer` scheme. */
  readonly bearerFormat?: string;
  readonly deprecated?: boolean;
  /** How an access token is had; on the overview only. */
  readonly flows?: readonly FlowView[];
  readonly openIdConnectUrl?: string;
}

export interface FlowView {
  /** In words: `client credentials`. */
  readonly name: string;
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
  readonly scopes: readonly { readonly name: string; readonly text: string }[];
}

export interface ParameterView {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly descriptionHtml: string;
  readonly schema: SchemaView;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly mediaType?: string;
  /** From the contract's example, `default`, or the first of `enum`; what the console starts with. */
  readonly example?: unknown;
  /** The contract's own examples, as text. */
  readonly examples?: readonly ExampleView[];
  /** How its parts go over the wire, where it can have parts. */
  readonly wire?: WireView;
}

/** How a value with parts, a list or an object, is written into a request (OpenAPI 3.1 §4.8.12.4). */
export interface WireView {
  /** `separated by commas`. */
  readonly words: string;
  /** With made-up values: `?id=1&id=2`. */
  readonly example: string;
}

export interface BodyView {
  readonly required: boolean;
  readonly descriptionHtml: string;
  readonly content: readonly MediaTypeView[];
}

export interface MediaTypeView {
  readonly type: string;
  readonly schema?: SchemaView;
  /** OpenAPI 3.2 `itemSchema`: `schema` describes each item of a sequence (server-sent events, JSON lines). */
  readonly isSequence?: boolean;
  /** From the contract, else sampled from the schema; at least one where there is a schema. */
  readonly examples: readonly ExampleView[];
  /** What the contract says of the parts of a `multipart` body or the members of a form. */
  readonly parts?: readonly PartView[];
}

/** OpenAPI 3.1 §4.8.15: one part of a body, where the contract says how it is encoded. */
export interface PartView {
  readonly name: string;
  /** One media type, or several between commas. */
  readonly contentType?: string;
  readonly headers: readonly HeaderView[];
  readonly wire?: WireView;
  /** Only where the contract says them. */
  readonly style?: string;
  readonly explode?: boolean;
}

export interface ExampleView {
  readonly name: string;
  readonly summary?: string;
  /** Serialised for its media type; JSON is indented by two spaces. */
  readonly text: string;
  /** The characters of the whole, where an answer's example was too long for a page and `text` is its beginning. */
  readonly length?: number;
}

export interface ResponseView {
  readonly status: string;
  readonly descriptionHtml: string;
  readonly headers: readonly HeaderView[];
  readonly content: readonly MediaTypeView[];
  /** What its values can be used for next. */
  readonly links?: readonly LinkView[];
}

export interface LinkView {
  readonly name: string;
  readonly descriptionHtml: string;
  readonly operation?: PageLink;
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly source?: SourceView }[];
  readonly body?: string;
  readonly bodySource?: SourceView;
}

export interface HeaderView {
  readonly name: string;
  readonly required: boolean;
  readonly descriptionHtml: string;
  readonly schema: SchemaView;
  /** The contract's own example, as text. */
  readonly example?: string;
}

/** A schema as it is shown: two levels deep in the page, deeper ones behind `more`. */
export interface SchemaView {
  /** In words: `string`, `array of CredentialOffer`, `string or null`, `any`. */
  readonly type: string;
  /** The component's name where this is a reference. */
  readonly name?: string;
  /** The last segment of the component's page, where it is not `name`. */
  readonly slug?: string;
  /** What the author calls it; of use for alternatives, which have no name otherwise. */
  readonly title?: string;
  readonly format?: string;
  readonly descriptionHtml?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly nullable?: boolean;
  /** In words: `at least 1`, `matches ^[a-z]+$`, `at most 40 characters`. */
  readonly constraints?: readonly string[];
  /** As JSON text; the first of them where there are many. */
  readonly enum?: readonly string[];
  /** How many there are, where `enum` does not have them all: the rest is in `more`. */
  readonly enumCount?: number;
  /** What each of `enum` means or is called (`x-enumDescriptions` and the like), as text; empty where nothing is said. */
  readonly enumTexts?: readonly string[];
  readonly default?: string;
  readonly const?: string;
  readonly example?: string;
  /** The second example and further ones, as JSON text. */
  readonly otherExamples?: readonly string[];
  readonly externalDocs?: { readonly href: string; readonly text: string };
  readonly properties?: readonly PropertyView[];
  /** What an array holds; where there are `prefixItems`, what it holds after them. */
  readonly items?: SchemaView;
  /** A tuple's first items, by position. */
  readonly prefixItems?: readonly SchemaView[];
  /** `words` says how many of the items: `at least 1`, `2 to 4`. */
  readonly contains?: { readonly words: string; readonly schema: SchemaView };
  /** Properties whose names match a pattern, which is the `name`. */
  readonly patterns?: readonly PropertyView[];
  /** What properties of any other name hold: `additionalProperties`. */
  readonly additional?: SchemaView;
  /** What the names of properties are: `propertyNames`. */
  readonly names?: SchemaView;
  readonly alternatives?: AlternativesView;
  /** Further sets of alternatives that hold as well: `anyOf` beside `oneOf`, or those of several `allOf`. */
  readonly alsoAlternatives?: readonly AlternativesView[];
  /** A discriminator without alternatives: which component by which value of `property`. */
  readonly discriminator?: {
    readonly property: string;
    readonly values: readonly { readonly value: string; readonly name: string; readonly slug?: string }[];
  };
  readonly not?: SchemaView;
  /** `if/then/else`, `dependentRequired` and `dependentSchemas`. */
  readonly conditions?: readonly ConditionView[];
  /** What the text holds once it is decoded: `contentSchema`. */
  readonly decoded?: SchemaView;
  /** Not shown here because of depth or recursion: the component whose JSON holds the rest. */
  readonly more?: string;
  /** Not shown here because the page shows the same under this response: its status. */
  readonly shownUnder?: string;
}

export interface AlternativesView {
  readonly kind: 'oneOf' | 'anyOf';
  /** The property that tells which one it is. */
  readonly discriminator?: string;
  /** The property's value for each of `schemas`, as text; empty where there is none. */
  readonly values?: readonly string[];
  readonly schemas: readonly SchemaView[];
}

/** "When …, then …, else …". */
export interface ConditionView {
  readonly when: ClauseView;
  readonly then?: ClauseView;
  readonly otherwise?: ClauseView;
}

/** In words as far as words say it, code between backticks: "`type` is `card`"; else a schema. */
export interface ClauseView {
  readonly words?: string;
  readonly schema?: SchemaView;
}

export interface PropertyView {
  readonly name: string;
  readonly required: boolean;
  readonly schema: SchemaView;
}

/** The page of a component: `/reference/{api}/{version}/schemas/{slug}`. */
export interface SchemaPage {
  readonly kind: 'schema';
  readonly api: string;
  readonly version: string;
  /** The component's name, made fit for an address and for disks that do not tell letter case. */
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  readonly excerpt: string;
  readonly schema: SchemaView;
  /** A sample of it as indented JSON. */
  readonly example?: string;
  /** The characters of the whole, where `example` is its beginning. */
  readonly exampleLength?: number;
  readonly usedBy: SchemaUses;
  readonly otherVersions: readonly VersionLink[];
  readonly previous?: PageLink;
  readonly next?: PageLink;
}

export interface SchemaUses {
  /** Those that refer to it themselves, then those that do through other components; the first of them where there are many. */
  readonly operations: readonly OperationUse[];
  /** How many refer to it themselves, where `operations` does not have them all. */
  readonly directCount?: number;
  /** Whether there are more that use it through other components. */
  readonly hasMoreIndirect?: boolean;
  /** Components that refer to it themselves. */
  readonly schemas: readonly PageLink[];
  /** How many, where `schemas` does not have them all. */
  readonly schemaCount?: number;
}

export interface OperationUse extends PageLink {
  /** In words: `request body`, `answer 201`, `query parameter page`. */
  readonly where: readonly string[];
  /** The component that the operation refers to, where it does not refer to this one itself. */
  readonly through?: string;
}

/** The list of an API version's components: `/reference/{api}/{version}/schemas`. */
export interface SchemaListPage {
  readonly kind: 'schemas';
  readonly api: string;
  readonly version: string;
  readonly slug: 'schemas';
  readonly title: string;
  readonly excerpt: string;
  /** By name. */
  readonly schemas: readonly SchemaListItem[];
  readonly otherVersions: readonly VersionLink[];
}

export interface SchemaListItem {
  readonly name: string;
  /** The last segment of its page, where it is not `name`. */
  readonly slug?: string;
}

/** What changed from one version to another: `/reference/{api}/{version}/changes/{from}`. */
export interface ChangesPage {
  readonly kind: 'changes';
  readonly api: string;
  readonly version: string;
  /** The older version. */
  readonly slug: string;
  readonly from: string;
  readonly title: string;
  readonly excerpt: string;
  readonly counts: ChangeCounts;
  /** What (almost) all operations have in common. */
  readonly shared: readonly SharedChangeView[];
  readonly operations: readonly OperationChanges[];
  readonly otherVersions: readonly VersionLink[];
}

export interface ChangeCounts {
  /** Changes that can break an integration; an operation that was removed is one. */
  readonly breaking: number;
  /** Operations. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly deprecated: number;
}

export interface OperationChanges {
  readonly kind: 'added' | 'removed' | 'changed' | 'deprecated';
  /** Its place in the page. */
  readonly anchor: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** Its page in the older version; none where it is new. */
  readonly before?: PageLink;
  readonly after?: PageLink;
  /** Other operations of the newer version that take over a part of it. */
  readonly also?: readonly PageLink[];
  /** How many of its changes can break an integration. */
  readonly breaking: number;
  readonly changes: readonly ChangeView[];
  /** How many more there are, where they are too many for a page. */
  readonly more?: number;
}

export interface ChangeView {
  /** Whether an integration that was right for the older version can break by it. */
  readonly isBreaking: boolean;
  /** Where, in words: `query parameter page`, `request body`, `answers 400 and 404`. */
  readonly place: string;
  /** What it is about within the place, as in code: `holder.email`, `items[].status`; none: the place itself. */
  readonly names: readonly string[];
  /** What, in a sentence without Markdown: `is required now`, `were removed`. */
  readonly text: string;
}

export interface SharedChangeView extends ChangeView {
  /** The operations that do not have it. */
  readonly except: readonly PageLink[];
}

/** What an operation's page says of the version before. */
export interface ChangedSince {
  readonly from: string;
  readonly href: string;
  /** Whether the operation is not in that version. */
  readonly isNew: boolean;
  readonly count: number;
  readonly breaking: number;
}

/** One API version's way around: sidebar, search and switchers. Written as `/reference/{api}/{version}/nav.json`. */
export interface ReferenceNav {
  readonly api: string;
  readonly version: string;
  readonly title: string;
  readonly groups: readonly NavGroup[];
  /** How many components the version has; left out where there are none. */
  readonly schemas?: number;
}

export interface NavGroup {
  readonly name: string;
  readonly slug: string;
  readonly items: readonly NavItem[];
  /** The heading that the tag stands under (`x-tagGroups`, or the parent tag of OpenAPI 3.2). */
  readonly under?: string;
}

export interface NavItem {
  readonly title: string;
  readonly slug: string;
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
}

/** What the sidebar shows before anything is fetched: the groups, and the items of the one that is open. */
export interface NavOutline {
  readonly api: string;
  readonly version: string;
  readonly title: string;
  readonly groups: readonly NavSection[];
  readonly schemas?: number;
  /** Sections that `groups` leaves out, where there are too many for a page's HTML. */
  readonly hidden?: number;
}

export interface NavSection {
  readonly name: string;
  readonly slug: string;
  readonly count: number;
  readonly under?: string;
}

/** The first page of an API version. Its data stands in a module beside the page's MDX. */
export interface ApiOverview {
  readonly outline: NavOutline;
  /** The description's own version, `info.version`. */
  readonly release: string;
  readonly excerpt: string;
  readonly descriptionHtml: string;
  readonly servers: readonly ServerView[];
  readonly security: readonly SecurityView[];
  readonly contact?: PageLink;
  readonly license?: PageLink;
  readonly terms?: PageLink;
  readonly externalDocs?: { readonly href: string; readonly text: string };
  readonly download: { readonly href: string; readonly fileName: string; readonly bytes: number };
  /** All operations by tag; a group's items are left out where the API has too many for one page. */
  readonly groups: readonly TagSummary[];
  readonly otherVersions: readonly VersionLink[];
}

export interface TagSummary extends NavGroup {
  readonly count: number;
  readonly excerpt: string;
}

/** The page of one tag, at `/reference/{api}/{version}/tags/{slug}`. */
export interface TagPage {
  readonly kind: 'tag';
  readonly api: string;
  readonly version: string;
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string;
  readonly descriptionHtml: string;
  readonly externalDocs?: { readonly href: string; readonly text: string };
  readonly operations: readonly NavItem[];
  readonly otherVersions: readonly VersionLink[];
}
