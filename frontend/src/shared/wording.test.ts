import { counted, day, minute, moment, size, tellTimeIn } from './wording';

test('a single thing is not a plural', () => {
  expect(counted(1, 'message')).toBe('1 message');
  expect(counted(1234, 'message')).toBe('1,234 messages');
});

test('sizes are said in the unit a person would use', () => {
  expect(size(1)).toBe('1 byte');
  expect(size(1536)).toBe('1.5 KB');
  expect(size(34_567)).toBe('34 KB');
  expect(size(5 * 1024 * 1024)).toBe('5.0 MB');
});

test('times are told as the city’s clocks show them, wherever the browser is', () => {
  tellTimeIn('America/Chicago');
  expect(moment('2026-07-01T04:30:15Z')).toBe('Jun 30, 2026, 11:30:15 PM CDT');
  expect(day('2026-07-01T04:30:15Z')).toBe('Jun 30, 2026');
  expect(minute('2026-07-01T04:30:15Z')).toBe('Jun 30, 2026, 11:30 PM CDT');
  tellTimeIn('Nowhere/At_All');
  expect(day('2026-07-01T12:00:00Z')).toBe('Jul 1, 2026');
});
