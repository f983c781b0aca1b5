import type { EventDate, EventsCalls, PortalProblem } from '../../portal-client';

export const officeHours: EventDate = {
  ...{ id: 'evd_1', event: 'evt_1', kind: 'office-hours', title: 'Office hours', description: 'Bring your questions.' },
  ...{ starts_at: '2099-12-01T13:00:00.000Z', ends_at: '2099-12-01T14:00:00.000Z', time_zone: 'Europe/Copenhagen' },
  ...{ place: '', is_online: true, link: null, audience: 'public', repeats: 'never', capacity: 20 },
  ...{ going: 7, waiting: 0, state: 'open', attendance: null },
};

export const unreached: PortalProblem = {
  ...{ kind: 'unreachable', code: 'unreachable', status: null, title: 'The service could not be reached' },
  ...{ detail: null, places: [], retryAfterSeconds: null, guide: null },
};

/** A service that lists these dates, and that signs up and off as it is told. */
export function eventsCalls(dates: readonly EventDate[]): EventsCalls & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const find = (id: string) => dates.find((date) => date.id === id) ?? officeHours;
  return {
    asked,
    list: async () => ({ kind: 'ok', value: dates }),
    signUp: async (id) => ({
      kind: 'ok',
      value: { ...find(id), link: 'https://meet.portal.example/a', attendance: { state: 'going', waiting_before: 0 } },
    }),
    leave: async (id) => ({ kind: 'ok', value: { ...find(id), link: null, attendance: null } }),
    askToSignUp: async (date, comer) => {
      asked.push({ date, ...comer });
      return { kind: 'ok', value: null };
    },
  };
}
