/** What we use of Prism: tokens, and the hooks by which a grammar inside another (PHP in HTML) does its work. */
declare module 'prismjs/components/prism-core' {
  export interface PrismToken {
    readonly type: string;
    readonly alias?: string | readonly string[] | null;
    readonly content: PrismTokens;
  }
  export type PrismTokens = string | PrismToken | readonly (string | PrismToken)[];
  interface Prism {
    readonly languages: Readonly<Record<string, object>>;
    readonly hooks: { run(name: 'before-tokenize' | 'after-tokenize', environment: object): void };
    tokenize(text: string, grammar: object): PrismTokens;
  }
  const prism: Prism;
  export default prism;
}

/** A grammar of Prism adds itself to the global `Prism`; it exports nothing. */
declare module 'prismjs/components/*' {}
