import { counted, size } from './wording';

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
