import { test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { openDatabase, migrate } from '../../../service/platform/database/index.ts';
import { startGateway, contractAt } from '../../../service/features/gateway/gateway.fixture.ts';
import { exampleRequest } from '../../../service/features/gateway/crawl.fixture.ts';
import { sandboxMigrations } from '../../../service/features/sandbox/index.ts';
const files = (process.env.FILES ?? '').split(',');
test('crawl', async () => {
  for (const file of files) {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, sandboxMigrations);
    const t0 = performance.now();
    const contract = await contractAt(file, 'api');
    const t1 = performance.now();
    const gw = await startGateway(database, [contract]);
    let good = 0;
    const bad: string[] = [];
    let f = 0;
    let slow = 0;
    for (const operation of contract.operations) {
      const t = performance.now();
      const key = 'ptl_test_' + [...String(good + bad.length)].map((c) => 'abcdefghij'[+c]).join('');
      let line;
      try {
        const answer = await gw.app.inject(exampleRequest(contract, operation, key));
        const x = gw.last();
        f += x.findings.length;
        if (Math.floor(answer.statusCode / 100) === 2 && x.findings.length === 0) {
          good++;
          if (performance.now() - t > 200) {
            slow++;
            if (process.env.SLOW) console.log('slow', operation.id, performance.now() - t);
          }
          continue;
        }
        line = `${operation.method} ${operation.path} → ${answer.statusCode} ${answer.statusCode >= 300 ? answer.body.slice(0, 400) : ''} ${JSON.stringify(x.findings.slice(0, 3))}`;
      } catch (e) {
        line = `${operation.method} ${operation.path} THROWS ${(e as Error).stack}`;
      }
      bad.push(line);
    }
    console.log(
      file,
      'read',
      (t1 - t0) | 0,
      'crawl',
      (performance.now() - t1) | 0,
      'ops',
      contract.operations.length,
      'good',
      good,
      'findings',
      f,
      'slow',
      slow,
    );
    console.log(bad.slice(0, Number(process.env.SHOW ?? 40)).join('\n'));
    await gw.app.close();
    await database.close();
    await place.remove();
  }
}, 600000);
