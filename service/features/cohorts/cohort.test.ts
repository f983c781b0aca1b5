import { expect, test } from 'vitest';
import { type CohortWords, findFaults } from './cohort.ts';

const good: CohortWords = {
  ...{ name: 'Autumn', description: '', journey: 'issuer-launch' },
  ...{ startsOn: '2026-09-01', endsOn: '2026-09-01', launchOn: null },
};

test.each<[string, Partial<CohortWords>, readonly string[]]>([
  ['is good as it is', {}, []],
  ['has a name', { name: ' ' }, ['/name']],
  ['goes through a journey that there is', { journey: 'none' }, ['/journey']],
  ['does not end before it starts', { endsOn: '2026-08-31' }, ['/ends_on']],
  ['does not launch before it starts', { launchOn: '2026-08-31', endsOn: null }, ['/launch_on']],
  ['may have any day where it has no first', { startsOn: null, endsOn: '2020-01-01' }, []],
])('a cohort %s', (_, change, faults) => {
  const found = findFaults({ ...good, ...change }, ['issuer-launch', 'first-call']);
  expect(found.map(({ pointer }) => pointer)).toEqual(faults);
});
