import type { OperationPage } from '../../contract/reference-page.ts';
import type { GivenRequest } from './requests.ts';

interface Samples {
  readonly sampleCode: (language: string, request: GivenRequest, origin: string) => Promise<string>;
}

interface Requests {
  readonly sampleRequest: (page: OperationPage, site: { readonly serviceUrl: string }) => GivenRequest | null;
}

// The site's modules name each other as its bundler wants it; this project's type check follows Node.
const site = '../../src/features';
const samples = (await import(/* @vite-ignore */ `${site}/samples/writing/sample-code.ts`)) as Samples;
const requests = (await import(/* @vite-ignore */ `${site}/console/request/index.ts`)) as Requests;

export const { sampleCode } = samples;
export const { sampleRequest } = requests;
