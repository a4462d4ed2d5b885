import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { newQueryClient } from '../shared/api';
import { ClockTab } from '../features/clock/ClockTab';
import { FeesTab } from '../features/fees/FeesTab';
import { serve } from '../shared/testing';

const citation = 'Conn. Gen. Stat. § 1-206(a)';
const deadline = {
  dueOn: '2026-07-09',
  kind: 'deemed-denied',
  rule: 'us-ct/clock/denial',
  citation,
  verified: false,
  mark: 'read',
  source: 'A copy',
  sentence: 'It is the 4th business day after July 2, 2026.',
  trace: [
    { date: '2026-07-02', counted: false, why: 'The day of receipt is not counted' },
    { date: '2026-07-03', counted: false, why: 'Independence Day', citation: 'Conn. Gen. Stat. § 1-4' },
    { date: '2026-07-06', counted: true, why: 'Business day 1 of 4' },
  ],
  segments: [],
  others: [],
};
const clock = {
  deadline,
  lateness: 'LATE',
  standsStill: false,
  today: '2026-07-10',
  events: [],
  acts: [
    { kind: 'extend', words: 'An extension', isKnown: false, plain: 'The statute gives none.', citation },
    { kind: 'notice', words: 'Notice given', isKnown: true, plain: 'Then it is ten days.', citation },
  ],
};

function show(node: ReactNode, answers: Record<string, unknown>) {
  const asked = serve(answers);
  render(<QueryClientProvider client={newQueryClient()}>{node}</QueryClientProvider>);
  return asked;
}

test('the clock shows the date, that it is late, and every day with its reason', async () => {
  show(<ClockTab id={7} mayWork />, { '/api/requests/7/clock': clock });
  expect(await screen.findByText('Thursday, Jul 9, 2026')).toBeVisible();
  expect(screen.getByText('Late')).toBeVisible();
  fireEvent.click(screen.getByText('How this was counted, day by day'));
  expect(screen.getByText(/Independence Day/)).toBeVisible();
  expect(screen.getAllByText('Read in a source, not verified')[0]).toBeVisible();
});

test('what the law does not know cannot be chosen, and is said with its citation', async () => {
  show(<ClockTab id={7} mayWork />, { '/api/requests/7/clock': clock });
  expect(await screen.findByText('An extension: not by this law.')).toBeVisible();
  expect(screen.queryByRole('radio', { name: 'An extension' })).toBeNull();
  expect(screen.queryByLabelText(/due/i, { selector: 'input' })).toBeNull();
});

test('before an event is written down the date it leads to is shown', async () => {
  const asked = show(<ClockTab id={7} mayWork />, {
    '/api/requests/7/clock': clock,
    '/api/requests/7/clock/trial': { ...deadline, dueOn: '2026-07-17' },
  });
  fireEvent.click(await screen.findByRole('radio', { name: 'Notice given' }));
  expect(await screen.findByText('Jul 17, 2026')).toBeVisible();
  expect(asked).not.toContain('/api/requests/7/clock/events');
});

test('who does not work on the request sees the date and no form', async () => {
  show(<ClockTab id={7} mayWork={false} />, { '/api/requests/7/clock': clock });
  expect(await screen.findByText('Thursday, Jul 9, 2026')).toBeVisible();
  expect(screen.queryByText('Something happened')).toBeNull();
});

test('a forbidden line of a fee is nothing, with the reason and its citation', async () => {
  const line = {
    component: 'redaction',
    title: 'Redaction',
    unit: 'hour',
    quantity: '6',
    free: '0',
    amount: '0.00',
    outcome: 'forbidden',
    reason: 'Redaction may not be charged.',
    citation: '2012 WI 65',
    mark: 'read',
    also: [],
  };
  const work = {
    id: 1,
    component: 'REDACTION',
    title: 'Redaction',
    unit: 'hour',
    on: '2026-07-06',
    quantity: '6',
    person: 'Ana Rivera',
    note: '',
    addedBy: 'Ana Rivera',
  };
  show(<FeesTab id={7} />, {
    '/api/requests/7/fees': {
      fee: { total: '0.00', lines: [line], ratesNeeded: [], words: [] },
      isLate: false,
      work: [work],
      terms: { requester: 'OTHER', met: [] },
      invoices: [],
    },
  });
  expect(await screen.findByText('Total $0.00')).toBeVisible();
  expect(screen.getByText('Forbidden.')).toBeVisible();
  expect(screen.getByText('2012 WI 65')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Ask for/ })).toBeNull();
});
