import { describe, expect, it } from '@jest/globals';
import { endOfDays } from './days.js';

describe('the end of some days', () => {
  it.each([
    ['2024-12-28T09:00:00.000Z', 'UTC', 1, '2024-12-29T00:00:00.000Z'],
    ['2024-12-28T20:59:59.999Z', 'Asia/Baghdad', 1, '2024-12-28T21:00:00.000Z'],
    ['2024-12-28T21:00:00.000Z', 'Asia/Baghdad', 1, '2024-12-29T21:00:00.000Z'],
    ['2024-12-28T09:00:00.000Z', 'Asia/Baghdad', 7, '2025-01-03T21:00:00.000Z'],
    ['2025-03-08T12:00:00.000Z', 'America/New_York', 1, '2025-03-09T05:00:00.000Z'],
    ['2025-03-08T12:00:00.000Z', 'America/New_York', 2, '2025-03-10T04:00:00.000Z'],
    ['2024-12-28T10:30:00.000Z', 'Pacific/Kiritimati', 1, '2024-12-29T10:00:00.000Z'],
    ['2024-12-28T10:30:00.000Z', 'Pacific/Pago_Pago', 1, '2024-12-28T11:00:00.000Z'],
  ])('from %s on, in %s, with %i of them, is %s', (now, zone, days, ends) => {
    expect(endOfDays(now, zone, days)).toBe(ends);
  });
});
