import { expect, test } from 'vitest';
import { boardQuery, readBoardFilters, writeBoardFilters } from './board/board-filters';
import { usualJourney } from './board/usual-journey';
import { durationWords, shortDuration } from './duration-words';
import { errorWords } from './error-words';
import { eventWords } from './partner/event-words';
import { aCall, journeys } from './partner.fixture';

test.each([
  [-5, '0 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [3599, '60 min'],
  [7200, '2 h'],
  [172_799, '48 h'],
  [172_800, '2 days'],
])('%d seconds are %s', (seconds, words) => expect(durationWords(seconds)).toBe(words));

test('below a chart a day is told in one letter', () => expect(shortDuration(30 * 86_400)).toBe('30 d'));

test.each([
  [{ operation: null }, 'GET /offers/1'],
  [{ problem: 'key-expired' }, 'getOffer: key expired'],
  [{ message: '/holder is required', problem: 'request-invalid' }, 'getOffer: /holder is required'],
  [{ on_purpose: true, message: 'outage' }, 'getOffer: on purpose, by a scenario'],
])('an error %j is told as %s', (difference, words) => expect(errorWords(aCall(difference))).toBe(words));

test.each([
  ['step-proven', 'Make an offer', 'Proven: Make an offer'],
  ['something-new', null, 'Something new'],
  ['something-new', 'CI', 'Something new: CI'],
  ['constructor', null, 'Constructor'],
])('what happened, %s of %s, is told as %s', (kind, subject, words) => {
  expect(eventWords({ at: '2026-11-01T09:00:00.000Z', kind, subject, by: null })).toBe(words);
});

test('filters stand in the address, and only where they are not as usual', () => {
  const search = '?journey=first&step=key&cohort=coh_1&waiting=review&q=a%26b&order=name';
  expect(writeBoardFilters(readBoardFilters(search, 'launch'), 'launch')).toBe(search);
  expect(writeBoardFilters(readBoardFilters('?order=none', 'launch'), 'launch')).toBe('');
  expect(boardQuery(readBoardFilters('', 'launch'))).toEqual({ journey: 'launch', order: 'stuck' });
});

test('the board begins with the journey that leads to a launch', () => {
  expect(usualJourney(journeys)).toBe('launch');
  expect(usualJourney(journeys.slice(0, 1))).toBe('first');
  expect(usualJourney([])).toBe('');
});
