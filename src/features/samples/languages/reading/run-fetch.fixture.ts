import { runInNewContext } from 'node:vm';
import type { ReadBack, ReadBody, ReadPart } from './read-back.fixture';

/** Runs a sample in JavaScript with a `fetch` that only listens. Its files are known by their names. */
export async function runFetch(program: string): Promise<ReadBack> {
  let heard: ReadBack | null = null;
  const file = (name: string, { type }: { readonly type?: string } = {}) => ({ name, type });
  class Text {
    readonly text: string;
    readonly type: string;
    constructor(texts: readonly string[], options: { readonly type: string }) {
      this.text = texts.join('');
      this.type = options.type;
    }
  }
  class Form {
    readonly parts: ReadPart[] = [];
    append(name: string, value: unknown, fileName?: string): void {
      if (typeof value === 'string') this.parts.push([name, value]);
      else if (value instanceof Text) this.parts.push([name, value.text, undefined, value.type]);
      else this.parts.push([name, '', fileName ?? '', (value as { type?: string }).type]);
    }
  }
  const bodyOf = (body: unknown): ReadBody => {
    if (body === undefined) return { kind: 'none' };
    if (typeof body === 'string') return { kind: 'text', text: body };
    return body instanceof Form
      ? { kind: 'parts', parts: body.parts }
      : { kind: 'file', fileName: (body as { name: string }).name };
  };
  const fetch = (url: string, { method = 'GET', headers = {}, body }: Options = {}) => {
    const all = Object.entries(headers);
    const basic = all.find(([name, value]) => name === 'Authorization' && value.startsWith('Basic '))?.[1];
    heard = {
      ...{ method, url },
      headers: all.filter(([, value]) => value !== basic),
      user:
        basic === undefined
          ? null
          : new TextDecoder()
              .decode(Uint8Array.from(atob(basic.slice(6)), (one) => one.charCodeAt(0)))
              .replace(/:$/, ''),
      body: bodyOf(body),
    };
    return { status: 200, text: () => '' };
  };
  const document = { querySelector: () => ({ files: [file('')] }) };
  const context = {
    fetch,
    document,
    FormData: Form,
    Blob: Text,
    btoa,
    openAsBlob: file,
    console: { log: () => undefined },
  };
  const code = program.replace(/^import .*$/m, '');
  await (runInNewContext(`(async () => {${code}\n})()`, context) as Promise<void>);
  if (heard === null) throw new Error('The sample has not called fetch.');
  return heard;
}

interface Options {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
