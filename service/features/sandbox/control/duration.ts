const pattern =
  /^(?<sign>-?)P(?=\d|T\d)(?:(?<years>\d{1,4})Y)?(?:(?<months>\d{1,4})M)?(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,6})D)?(?:T(?=\d)(?:(?<hours>\d{1,7})H)?(?:(?<minutes>\d{1,8})M)?(?:(?<seconds>\d{1,9}(?:\.\d{1,3})?)S)?)?$/;

/**
 * The time that lies a duration of ISO 8601 (§5.5.2.2) after another: `P1M` is the same day of the next month, or its
 * last one. With a minus sign before it, the time that lies so far before. Null where the text is no duration.
 */
export function addDuration(time: Date, text: string): Date | null {
  const parts = pattern.exec(text)?.groups;
  if (parts === undefined) return null;
  const sign = parts.sign === '-' ? -1 : 1;
  const part = (name: string) => sign * Number(parts[name] ?? 0);
  const moved = addMonths(time, part('years') * 12 + part('months'));
  const seconds = ((part('weeks') * 7 + part('days')) * 24 + part('hours')) * 3600 + part('minutes') * 60;
  const result = new Date(moved.getTime() + (seconds + part('seconds')) * 1000);
  return Number.isNaN(result.getTime()) ? null : result;
}

/** So many milliseconds as a duration: days, hours, minutes, seconds; `PT0S` for none. */
export function toDuration(milliseconds: number): string {
  const sign = milliseconds < 0 ? '-' : '';
  const seconds = Math.abs(milliseconds) / 1000;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 ? `${rest}S` : ''}`;
  if (days === 0 && time === '') return 'PT0S';
  return `${sign}P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

function addMonths(time: Date, months: number): Date {
  if (months === 0) return time;
  const moved = new Date(time);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(time.getUTCDate(), lastDay));
  return moved;
}
