import { describeFound, type FieldProblem } from './problems.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const DAY_IN_MS = 86_400_000;

/** Returns the current day in UTC, such as 2026-11-21. */
export const currentDay = (): string => new Date().toISOString().slice(0, 10);

/**
 * Reports the dates in parsed data that are later than tomorrow. Tomorrow is allowed because it has begun somewhere:
 * days are in UTC, authors are not.
 *
 * @param today in UTC, such as 2026-11-21
 */
export function lateDates(data: unknown, today: string): FieldProblem[] {
  const tomorrow = new Date(Date.parse(today) + DAY_IN_MS).toISOString().slice(0, 10);
  const find = (value: unknown, path: readonly PropertyKey[]): FieldProblem[] => {
    if (typeof value === 'string') {
      if (!DATE.test(value) || value <= tomorrow) return [];
      const expected = `a date that is not in the future (today is ${today})`;
      return [{ path, found: describeFound(value), expected }];
    }
    if (Array.isArray(value)) return value.flatMap((item, index) => find(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, field]) => find(field, [...path, key]));
  };
  return find(data, []);
}
