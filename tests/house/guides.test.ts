import { expect, test } from 'vitest';
import { readContracts, loadPortal } from '../../contract/read/index.ts';
import type { Contract, Operation } from '../../contract/model.ts';
import { guidesOf, linesOf, read } from './repository.ts';

const contracts = await readContracts(await loadPortal());
const guides = guidesOf().map((file) => ({ file, fences: fencesOf(file) }));

interface Fence {
  at: string;
  language: string;
  code: string;
}

function fencesOf(file: string): Fence[] {
  const fences: Fence[] = [];
  let open: (Fence & { marks: string }) | null = null;
  for (const { at, text } of linesOf(file)) {
    const mark = /^\s*(?<marks>`{3,}|~{3,})\s*(?<language>[\w-]*)/.exec(text)?.groups;
    if (open?.marks === text.trim()) {
      fences.push(open);
      open = null;
    } else if (open) open.code += `${text}\n`;
    else if (mark) open = { at, language: mark.language ?? '', code: '', marks: mark.marks ?? '```' };
  }
  if (open) throw new Error(`${open.at}: this code fence is not closed.`);
  return fences;
}

test('every JSON sample in a guide is JSON', () => {
  const wrong = guides.flatMap(({ fences }) =>
    fences
      .filter(({ language }) => language === 'json')
      .flatMap(({ at, code }) => {
        try {
          JSON.parse(code);
          return [];
        } catch (error) {
          return [`${at}: ${(error as Error).message}`];
        }
      }),
  );
  expect(wrong).toEqual([]);
});

test('every request to the gateway in a guide is an operation of its contract', () => {
  const request =
    /(?:(?:-X|--request)\s+(?<method>[A-Z]+)\s[^]*?)?http:\/\/localhost:3000\/gateway\/(?<api>[\w-]+)\/(?<version>[\w-]+)(?<path>\/[^\s?"'`\\)]*)/g;
  const unknown = guides.flatMap(({ fences }) =>
    fences.flatMap(({ at, code }) =>
      [...code.matchAll(request)]
        .filter(({ groups }) => !findOperation(groups?.api, groups?.version, groups?.path ?? ''))
        .map(({ groups }) => `${at}: no operation at ${groups?.path} of ${groups?.api}/${groups?.version}`),
    ),
  );
  expect(unknown).toEqual([]);
});

test('every link to an operation in a guide leads to one', () => {
  const broken = guides.flatMap(({ file }) =>
    linesOf(file).flatMap(({ at, text }) =>
      [...text.matchAll(/\]\(\/reference\/([\w-]+)\/([\w-]+)\/([\w-]+)(?:#[^)]*)?\)/g)]
        .filter(([, api, version, slug]) => !operationsOf(api, version).some((operation) => operation.slug === slug))
        .map(([link]) => `${at}: ${link} leads nowhere`),
    ),
  );
  expect(broken).toEqual([]);
});

test('every guide says its title and what it is for', () => {
  const silent = guides
    .filter(({ file }) => !/^---\n(?=[^]*?^title:)(?=[^]*?^description:)[^]*?\n---/m.test(read(file)))
    .map(({ file }) => file);
  expect(silent).toEqual([]);
});

function operationsOf(api?: string, version?: string): readonly Operation[] {
  const contract: Contract | undefined = contracts.find((each) => each.api === api && each.version === version);
  return contract ? [...contract.operations, ...contract.webhooks] : [];
}

function findOperation(api: string | undefined, version: string | undefined, path: string): Operation | undefined {
  return operationsOf(api, version).find((operation) => {
    const literal = operation.path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${literal.join('[^/]+')}/?$`).test(path);
  });
}
