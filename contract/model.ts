import type { SandboxStatement } from './x-sandbox/statement.ts';

/**
 * The neutral model of an API description: what every other room reads instead of raw OpenAPI.
 *
 * It keeps `$ref`s inside schemas (a recursive schema stays a reference); references to parameters, bodies, responses,
 * headers, examples and links are resolved. Schemas of 3.0 are rewritten to JSON Schema 2020-12. Text is as the
 * author wrote it: untrusted Markdown.
 */
export interface Contract {
  /** The ids that `portal.config.ts` gives: `cardea`, `v2`. */
  readonly api: string;
  readonly version: string;
  /** Absolute path of the description. */
  readonly file: string;
  readonly specification: '3.0' | '3.1' | '3.2';
  readonly info: Info;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  /** `x-tagGroups` (Redocly's extension), or what OpenAPI 3.2 says by `parent`: names of tags below a heading. Empty: no groups. */
  readonly tagGroups: readonly TagGroup[];
  /** In the order of the description. */
  readonly operations: readonly Operation[];
  /** OpenAPI 3.1 §4.8.1 `webhooks`: requests that the platform sends to the integrator. */
  readonly webhooks: readonly Operation[];
  /** `components.schemas`, by name. */
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** The whole description with normalised schemas: what a `$ref` points into. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The other files that were read for it, absolute: those that its `$ref`s lead to. None: the description is one file. */
  readonly otherFiles?: readonly string[];
  /**
   * The description as readers may download it, where it is not the file itself byte for byte: bundled, and without what is
   * `x-internal`. Use `publishedDescription`.
   */
  readonly published?: string;
  /** What `x-sandbox` says in it; taken out of `document` and `published`. None where it is left out. */
  readonly sandbox?: readonly SandboxStatement[];
  /** What was mended while reading, one sentence each with file:line. */
  readonly warnings: readonly string[];
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name: string; readonly url?: string; readonly identifier?: string };
}

export interface Server {
  readonly url: string;
  /** OpenAPI 3.2 §4.5. */
  readonly name?: string;
  readonly description?: string;
  readonly variables?: Readonly<
    Record<string, { readonly default: string; readonly enum?: readonly string[]; readonly description?: string }>
  >;
}

export interface Tag {
  readonly name: string;
  /** Kebab-cased, unique within the contract: the last segment of the tag's page. */
  readonly slug: string;
  readonly summary?: string;
  readonly description?: string;
  /** OpenAPI 3.2 §4.22: the name of the tag that this one is nested under. Never leads back to itself. */
  readonly parent?: string;
  /** OpenAPI 3.2 §4.22: `nav`, `badge`, `audience` or the author's own word. */
  readonly kind?: string;
  readonly externalDocs?: ExternalDocs;
}

export interface TagGroup {
  readonly name: string;
  readonly tags: readonly string[];
}

export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace' | 'query';

export interface Operation {
  /** `operationId`, or `method-path` where there is none. Unique within the contract. */
  readonly id: string;
  /** Kebab-cased id, unique also where letter case does not count: the last segment of `/reference/{api}/{version}/{slug}`. */
  readonly slug: string;
  readonly kind: 'operation' | 'webhook' | 'callback';
  readonly method: Method;
  /**
   * The path template as declared (`/credential-offers/{id}`); a webhook's name for a webhook; a callback's runtime expression
   * (OpenAPI 3.1 §4.8.18: `{$request.body#/callbackUrl}`) for a callback.
   */
  readonly path: string;
  /** JSON pointer of the operation object in the description: `/paths/~1credential-offers/post`. */
  readonly pointer: string;
  readonly summary: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** Names of tags; never empty (`Other` where none is declared). */
  readonly tags: readonly string[];
  /** Those of the path and of the operation, merged by OpenAPI 3.1 §4.8.10. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly Response[];
  /** Alternatives, each a set of schemes that are needed together; empty: no key is needed. */
  readonly security: readonly SecurityRequirement[];
  readonly servers: readonly Server[];
  /** Whether `servers` stands at the operation or its path, and not at the description. */
  readonly hasOwnServers: boolean;
  /** OpenAPI 3.1 §4.8.18: requests that the platform sends to the integrator in the course of this one. */
  readonly callbacks: readonly Callback[];
  readonly externalDocs?: ExternalDocs;
  /** The `x-…` members. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** One request of a callback; a callback with several expressions or methods is several of these. */
export interface Callback {
  /** The key in `callbacks`. */
  readonly name: string;
  readonly request: Operation;
}

export type ParameterStyle =
  'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject' | 'cookie';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set where the parameter is declared with `content`: its value is a document of this media type. */
  readonly mediaType?: string;
  readonly examples: readonly Example[];
  readonly pointer: string;
}

export interface RequestBody {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaType[];
}

export interface MediaType {
  /** `application/json`, `multipart/form-data`, `text/*`. */
  readonly type: string;
  readonly schema?: Schema;
  /** OpenAPI 3.2: the schema of each item of a sequential media type. */
  readonly itemSchema?: Schema;
  readonly examples: readonly Example[];
  readonly encoding?: Readonly<Record<string, unknown>>;
}

export interface Example {
  /** The key in `examples`, or `default`. */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly value: unknown;
}

export interface Response {
  /** `201`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly ResponseHeader[];
  readonly content: readonly MediaType[];
  readonly links: readonly ResponseLink[];
}

/** OpenAPI 3.1 §4.8.20: what this answer's values can be used for next. */
export interface ResponseLink {
  /** The key in `links`. */
  readonly name: string;
  readonly description?: string;
  /** The id of an operation of this contract; undefined where the link leads nowhere that is known. */
  readonly operationId?: string;
  /** Parameter name → runtime expression or value, as text. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Runtime expression or value of the body, as text. */
  readonly requestBody?: string;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly examples: readonly Example[];
}

/** Scheme name → scopes. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface SecurityScheme {
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  readonly description?: string;
  readonly name?: string;
  readonly in?: 'header' | 'query' | 'cookie';
  readonly scheme?: string;
  readonly bearerFormat?: string;
  readonly flows?: Readonly<Record<string, OAuthFlow>>;
  readonly openIdConnectUrl?: string;
  /** OpenAPI 3.2 §4.27: where the authorization server describes itself (RFC 8414). */
  readonly oauth2MetadataUrl?: string;
  /** OpenAPI 3.2 §4.27. */
  readonly deprecated?: boolean;
}

export interface OAuthFlow {
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  /** OpenAPI 3.2 §4.29, of the flow `deviceAuthorization` (RFC 8628). */
  readonly deviceAuthorizationUrl?: string;
  readonly scopes: Readonly<Record<string, string>>;
}

/** A JSON Schema (2020-12). `$ref`s are local: `#/components/schemas/Offer`. `true` and `false` are schemas too. */
export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
  readonly externalDocs?: ExternalDocs;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly unevaluatedProperties?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly contentSchema?: Schema;
  readonly [extension: `x-${string}`]: unknown;
}
