import type { LanguageId } from '../index';
import { valueAt, type ValueSyntax } from './json-value.fixture';
import { takeApart, type TakenApart } from './string-literals.fixture';

/** What a program sends, as its code says. */
export interface ReadBack {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly user: string | null;
  readonly body: ReadBody;
}

export type ReadBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  /** Lists and objects of the language, that it writes as JSON itself. */
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'file'; readonly fileName: string }
  | { readonly kind: 'parts'; readonly parts: readonly ReadPart[] }
  /** A multipart body piece by piece, as the program writes it; a file is `{ fileName }`. */
  | { readonly kind: 'pieces'; readonly pieces: readonly (string | { readonly fileName: string })[] };

export type ReadPart = readonly [name: string, value: string, fileName?: string, type?: string];

/** The texts that stand where `⟦⟧` stands in a pattern, for each place of the code that fits. */
function finder({ code, texts }: TakenApart) {
  const all = (pattern: RegExp) =>
    Array.from(code.matchAll(new RegExp(pattern.source.replaceAll('⟦⟧', '⟦(\\d+)⟧'), 'g')), (match) => ({
      match,
      end: match.index + match[0].length,
      texts: match
        .slice(1)
        .map((group) => (group !== undefined && /^\d+$/.test(group) ? (texts[Number(group)] ?? '') : (group ?? ''))),
    }));
  return { all, first: (pattern: RegExp) => all(pattern)[0] };
}

type Program = ReturnType<typeof finder> & { readonly apart: TakenApart };
type Reader = (program: Program) => ReadBack;
type Literal = Exclude<LanguageId, 'shell' | 'javascript' | 'node'>;

export function readBack(language: Literal, program: string): ReadBack {
  // The last line prints the answer, with templates of its own.
  const apart = takeApart(
    language,
    language === 'kotlin' ? program.slice(0, program.lastIndexOf('\n    println(')) : program,
  );
  return readers[language]({ ...finder(apart), apart });
}

const withoutColon = (text: string | undefined): string | null => (text === undefined ? null : text.replace(/:$/, ''));
const pairs = (found: readonly { readonly texts: readonly string[] }[]) =>
  found.map(({ texts: [a = '', b = ''] }) => [a, b] as const);

/** HTML §4.10.21.8. */
function unquoted(text: string): string {
  return text.replace(/%(0[AD]|22)/g, (triplet) => decodeURIComponent(triplet));
}

function jsonBody({ apart }: Program, start: number | undefined, syntax: ValueSyntax): ReadBody | null {
  return start === undefined ? null : { kind: 'json', value: valueAt(apart, start, syntax) };
}

function fileOr(fileName: string | undefined, text: string | undefined): ReadBody {
  if (fileName !== undefined) return { kind: 'file', fileName };
  return text === undefined ? { kind: 'none' } : { kind: 'text', text };
}

const readPython: Reader = (program) => {
  const { all, first } = program;
  const call = first(/requests\.(\w+)\(\s*⟦⟧(?:,\s*⟦⟧)?/)?.texts ?? [];
  const isNamed = call[0] === 'request';
  const parts = all(/⟦⟧: (?:\(None, ⟦⟧(?:, ⟦⟧)?\)|(?:\(⟦⟧, )?open\(⟦⟧, ⟦⟧\)(?:, ⟦⟧\))?)/).map(
    ({ match, texts: [name = '', value = '', type, , file = '', , fileType] }): ReadPart =>
      match[2] === undefined ? [name, '', file, fileType] : [name, value, undefined, type],
  );
  const json = jsonBody(program, first(/\n {4}json=/)?.end, {
    words: { True: true, False: false, None: null },
    arrow: ':',
  });
  const block = /\n {4}headers=\{((?:\n {8}.*)+)/.exec(program.apart.code)?.[1] ?? '';
  const headers = pairs(finder({ code: block, texts: program.apart.texts }).all(/\n {8}⟦⟧: ⟦⟧,/));
  return {
    method: isNamed ? (call[1] ?? '') : (call[0] ?? '').toUpperCase(),
    url: (isNamed ? call[2] : call[1]) ?? '',
    headers: json
      ? [
          ...headers.filter(([name]) => name.toLowerCase() !== 'content-type'),
          ['Content-Type', headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/json'],
        ]
      : headers,
    user: first(/auth=\(⟦⟧, ⟦⟧\)/)?.texts[0] ?? null,
    body: first(/files=\{/)
      ? { kind: 'parts', parts }
      : (json ?? fileOr(first(/data=open\(⟦⟧/)?.texts[0], first(/data=⟦⟧/)?.texts[0])),
  };
};

const readGo: Reader = ({ all, first }) => {
  const [method = '', url = ''] = first(/http\.NewRequest\(⟦⟧, ⟦⟧/)?.texts ?? [];
  const parts = all(
    /form\.(WriteField|CreateFormFile)\(⟦⟧, ⟦⟧\)|CreatePart\(textproto\.MIMEHeader\{\s*⟦⟧: \{⟦⟧\},\s*⟦⟧: +\{⟦⟧\},\s*\}\)[^⟦]*?\.Write\((?:\[\]byte\(⟦⟧\)|file)/,
  ).map(({ texts: [call, name = '', value = '', , disposition = '', , type, text = ''] }): ReadPart => {
    if (call === 'WriteField') return [name, value];
    if (call === 'CreateFormFile') return [name, '', value];
    const [own = '', fileName] = Array.from(disposition.matchAll(/name="([^"]*)"/g), ([, quoted = '']) =>
      unquoted(quoted),
    );
    return fileName === undefined ? [own, text, undefined, type] : [own, '', fileName, type];
  });
  return {
    method,
    url,
    headers: pairs(all(/Header\.Set\(⟦⟧, ⟦⟧\)/)),
    user: first(/SetBasicAuth\(⟦⟧/)?.texts[0] ?? null,
    body: first(/multipart\.NewWriter/)
      ? { kind: 'parts', parts }
      : fileOr(first(/file, err := os\.ReadFile\(⟦⟧/)?.texts[0], first(/strings\.NewReader\(⟦⟧/)?.texts[0]),
  };
};

/** Java’s own client, in Java and in Kotlin. */
const readHttpClient: Reader = ({ all, first, apart: { code, texts } }) => {
  const verb = first(/\.method\(⟦⟧, (?:BodyPublishers)/)?.texts[0] ?? first(/\.(POST|PUT)\(/)?.texts[0] ?? 'GET';
  const joined = (from: number): string => {
    const list = /^(?:String\.join\(⟦\d+⟧,|listOf\()((?:\s*⟦\d+⟧,?)+)/.exec(code.slice(from))?.[1];
    const numbers = list ? list.matchAll(/⟦(\d+)⟧/g) : code.slice(from).matchAll(/^⟦(\d+)⟧/g);
    return Array.from(numbers, ([, number]) => texts[Number(number)] ?? '').join('');
  };
  const whole = first(/BodyPublishers\.concat\(/);
  const pieces = all(/BodyPublishers\.(ofString|ofFile)\((?:Path\.of\()?/).map(({ texts: [kind], end }) =>
    kind === 'ofFile' ? { fileName: joined(end) } : joined(end),
  );
  const bound = first(/val body = /);
  const [only] = pieces;
  const text = bound ? joined(bound.end) : typeof only === 'string' ? only : undefined;
  return {
    method: verb,
    url: first(/URI\.create\(⟦⟧\)/)?.texts[0] ?? '',
    headers: pairs(all(/\.header\(⟦⟧, ⟦⟧\)/)),
    user: withoutColon(first(/encodeToString\(⟦⟧/)?.texts[0]),
    body: whole ? { kind: 'pieces', pieces } : fileOr(typeof only === 'object' ? only.fileName : undefined, text),
  };
};

const readCSharp: Reader = ({ all, first }) => {
  const [verb = '', named = '', url = ''] =
    first(/HttpRequestMessage\((?:HttpMethod\.(\w+)|new HttpMethod\(⟦⟧\)), ⟦⟧\)/)?.texts ?? [];
  const isParts = first(/new MultipartFormDataContent/) !== undefined;
  const type = isParts ? undefined : first(/MediaTypeHeaderValue\.Parse\(⟦⟧\)/)?.texts[0];
  const parts = all(
    /form\.Add\(new StringContent\(⟦⟧(?:, MediaTypeHeaderValue\.Parse\(⟦⟧\))?\), ⟦⟧\)|form\.Add\(new StreamContent\(File\.OpenRead\(⟦⟧\)\), ⟦⟧, ⟦⟧\)|var file\d+ = new StreamContent\(File\.OpenRead\(⟦⟧\)\);\s*file\d+\.Headers\.ContentType = MediaTypeHeaderValue\.Parse\(⟦⟧\);\s*form\.Add\(file\d+, ⟦⟧, ⟦⟧\)/,
  ).map(
    ({
      match,
      texts: [value = '', textType, name = '', , field = '', file = '', , fileType, typedField = '', typedFile = ''],
    }): ReadPart => {
      if (match[1] !== undefined) return [name, value, undefined, textType];
      return match[4] === undefined ? [typedField, '', typedFile, fileType] : [field, '', file];
    },
  );
  return {
    method: verb === '' ? named : verb.toUpperCase(),
    url,
    headers: [
      ...pairs(all(/TryAddWithoutValidation\(⟦⟧, ⟦⟧\)/)),
      ...(type === undefined ? [] : [['Content-Type', type] as const]),
    ],
    user: withoutColon(first(/UTF8\.GetBytes\(⟦⟧/)?.texts[0]),
    body: isParts
      ? { kind: 'parts', parts }
      : fileOr(first(/File\.OpenRead\(⟦⟧/)?.texts[0], first(/new StringContent\(\s*⟦⟧, Media/)?.texts[0]),
  };
};

const readPhp: Reader = (program) => {
  const { all, first, apart } = program;
  const after = (option: string) => first(new RegExp(`\\n {4}${option} => ⟦⟧`))?.texts[0];
  const lines = /CURLOPT_HTTPHEADER => \[([^\]]*)\]/.exec(apart.code)?.[1]?.matchAll(/⟦(\d+)⟧/g) ?? [];
  const headers = Array.from(lines, ([, number]): readonly [string, string] => {
    const [, name = '', sign, value = ''] = /^([^:;]*)(: |;)([^]*)$/.exec(apart.texts[Number(number)] ?? '') ?? [];
    return [name, sign === ';' ? '' : value];
  });
  const cookie = after('CURLOPT_COOKIE');
  const json = jsonBody(program, first(/POSTFIELDS => json_encode\(/)?.end, {
    words: { true: true, false: false, null: null },
    arrow: '=>',
    hasOneBracket: true,
  });
  const parts = all(/\n {8}⟦⟧ => (?:⟦⟧|new CURLFile\(⟦⟧(?:, ⟦⟧)?\)|new CURLStringFile\(⟦⟧, ⟦⟧, ⟦⟧\)),/).map(
    ({ match, texts: [name = '', value = '', file = '', fileType, text = '', , textType] }): ReadPart => {
      if (match[2] !== undefined) return [name, value];
      return match[3] === undefined ? [name, text, undefined, textType] : [name, '', file, fileType];
    },
  );
  const isParts = first(/POSTFIELDS => \[\n/) !== undefined;
  const body = isParts
    ? ({ kind: 'parts', parts } as const)
    : (json ?? fileOr(first(/file_get_contents\(⟦⟧/)?.texts[0], after('CURLOPT_POSTFIELDS')));
  return {
    method: first(/NOBODY => true/)
      ? 'HEAD'
      : (after('CURLOPT_CUSTOMREQUEST') ?? (body.kind === 'none' ? 'GET' : 'POST')),
    url: first(/curl_init\(⟦⟧\)/)?.texts[0] ?? '',
    headers: cookie === undefined ? headers : [...headers, ['Cookie', cookie]],
    user: withoutColon(after('CURLOPT_USERPWD')),
    body,
  };
};

const readRuby: Reader = (program) => {
  const { all, first } = program;
  const json = jsonBody(program, first(/JSON\.generate\(/)?.end, {
    words: { true: true, false: false, nil: null },
    arrow: '=>',
  });
  const parts = all(/\n {2}\[⟦⟧, (?:⟦⟧|File\.open\(⟦⟧, ⟦⟧\))(?:, \{ (?:filename: ⟦⟧, )?content_type: ⟦⟧ \})?\],/).map(
    ({ match, texts: [name = '', value = '', file = '', , , type] }): ReadPart =>
      match[2] === undefined ? [name, '', file, type] : [name, value, undefined, type],
  );
  return {
    method: (
      first(/Net::HTTP::(\w+)\.new\(uri\)/)?.texts[0] ??
      first(/HTTPGenericRequest\.new\(⟦⟧/)?.texts[0] ??
      ''
    ).toUpperCase(),
    url: first(/URI\(⟦⟧\)/)?.texts[0] ?? '',
    headers: pairs(all(/request\[⟦⟧\] = ⟦⟧/)),
    user: first(/basic_auth\(⟦⟧/)?.texts[0] ?? null,
    body: first(/set_form/)
      ? { kind: 'parts', parts }
      : (json ?? fileOr(first(/File\.binread\(⟦⟧/)?.texts[0], first(/request\.body = ⟦⟧/)?.texts[0])),
  };
};

const readSwift: Reader = ({ all, first }) => {
  const pieces = all(/body\.append\((?:Data\(⟦⟧\.utf8\)|try Data\(contentsOf: URL\(fileURLWithPath: ⟦⟧\)\))\)/).map(
    ({ match, texts: [text = '', fileName = ''] }) => (match[1] === undefined ? { fileName } : text),
  );
  return {
    method: first(/httpMethod = ⟦⟧/)?.texts[0] ?? 'GET',
    url: first(/URL\(string: ⟦⟧\)/)?.texts[0] ?? '',
    headers: pairs(all(/setValue\(⟦⟧, forHTTPHeaderField: ⟦⟧\)/)).map(([value, name]) => [name, value] as const),
    user: withoutColon(first(/Data\(⟦⟧\.utf8\)\.base64/)?.texts[0]),
    body: first(/var body = Data\(\)/)
      ? { kind: 'pieces', pieces }
      : fileOr(
          first(/httpBody = try Data\(contentsOf: URL\(fileURLWithPath: ⟦⟧/)?.texts[0],
          first(/httpBody = Data\(⟦⟧/)?.texts[0],
        ),
  };
};

const readRust: Reader = ({ all, first }) => {
  const [verb = '', url] = first(/\n {8}\.(get|head|post|put|patch|delete)\(⟦⟧\)/)?.texts ?? [];
  const [named = '', address = ''] = first(/from_bytes\(b⟦⟧\)\?, ⟦⟧\)/)?.texts ?? [];
  const parts = all(
    /\.(text|file)\(⟦⟧, ⟦⟧\)|\.part\(⟦⟧, reqwest::multipart::Part::(text|file)\(⟦⟧\)(?:\.await\?)?\.mime_str\(⟦⟧\)\?\)/,
  ).map(({ texts: [call, name = '', value = '', own = '', kind, text = '', type] }): ReadPart => {
    if (call === '') return kind === 'text' ? [own, text, undefined, type] : [own, '', text, type];
    return call === 'text' ? [name, value] : [name, '', value];
  });
  return {
    method: verb === '' ? named : verb.toUpperCase(),
    url: url ?? address,
    headers: pairs(all(/\.header\(⟦⟧, ⟦⟧\)/)),
    user: first(/basic_auth\(⟦⟧/)?.texts[0] ?? null,
    body: first(/multipart::Form::new/)
      ? { kind: 'parts', parts }
      : fileOr(first(/fs::read\(⟦⟧/)?.texts[0], first(/let body = ⟦⟧/)?.texts[0]),
  };
};

const readers: Readonly<Record<Literal, Reader>> = {
  ...{ python: readPython, go: readGo, java: readHttpClient, kotlin: readHttpClient, csharp: readCSharp },
  ...{ php: readPhp, ruby: readRuby, swift: readSwift, rust: readRust },
};
