import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../cli/free-port.ts';
import { exitOf } from '../process-tree.ts';
import { single, summarise, type Table } from '../row.ts';
import { openChromium, openPage } from './browser/open-chromium.ts';
import { waitForAnswer } from './browser/wait-for-answer.ts';
import type { PartInput } from './index.ts';
import { OurSite, PROGRAM } from './our-site.ts';
import { kebabCase } from './peers/peer.ts';
import { changeOneOperation, operationsOf, readDescription } from './read-description.ts';

const LARGE_PAGES = 1_000;
const LONGEST_MILLISECONDS = 120_000;

/** `npm run dev`: from a saved change in a description, and in a guide, until a reader has it on the screen. */
export async function* measure({ folder, spec, runs, command }: PartInput): AsyncGenerator<Table> {
  const description = await readDescription(spec);
  const copy = path.join(folder, 'description.json');
  const guide = path.join(folder, 'docs/index.md');
  await mkdir(path.dirname(guide));
  await writeFile(copy, JSON.stringify(description));
  await writeFile(guide, '# A guide\n\nFirst.\n');
  const site = new OurSite(folder);
  await site.describe(copy);
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(PROGRAM, 'cli/dev.ts')], {
    cwd: PROGRAM,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...site.variables(), PORT: String(port), PORTAL_DATA: path.join(folder, 'data') },
  });
  const ended = exitOf(child);
  const browser = await openChromium();
  const { page } = await openPage(browser);
  const onScreen = async (text: string, save: () => Promise<void>) => {
    await save();
    const saved = performance.now();
    await page.getByText(text, { exact: true }).first().waitFor({ timeout: LONGEST_MILLISECONDS });
    return (performance.now() - saved) / 1000;
  };
  try {
    const origin = `http://localhost:${port}`;
    await waitForAnswer(origin, LONGEST_MILLISECONDS);
    const start = (performance.now() - started) / 1000;
    const operation = changeOneOperation(description, 'Before.');
    await writeFile(copy, JSON.stringify(description));
    await page.goto(`${origin}/reference/api/v1/${kebabCase(operation.operationId ?? '')}`, { waitUntil: 'load' });
    const described: number[] = [];
    for (let run = 0; run < runs; run++) {
      const text = `Changed for the ${run + 1}th time.`;
      changeOneOperation(description, text);
      described.push(await onScreen(text, () => writeFile(copy, JSON.stringify(description))));
    }
    await page.goto(`${origin}/docs`, { waitUntil: 'load' });
    const guided: number[] = [];
    for (let run = 0; run < runs; run++) {
      const text = `Written for the ${run + 1}th time.`;
      guided.push(await onScreen(text, () => writeFile(guide, `# A guide\n\n${text}\n`)));
    }
    const limit = { atMost: operationsOf(description).length < LARGE_PAGES ? 1 : 3 };
    yield {
      title: 'Development',
      command,
      rows: [
        single('npm run dev to the first answer', 's', start),
        summarise('a change in the description, on the screen', 's', described, limit),
        summarise('a change in a guide, on the screen', 's', guided, limit),
      ],
    };
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await ended.catch(() => null);
  }
}
