import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newQueryClient } from '../shared/api';
import type { components } from '../shared/api-schema';
import { health, session } from '../shared/samples';
import { serve } from '../shared/testing';
import { App } from './App';

type LawPage = components['schemas']['LawPage'];
type Row = components['schemas']['LawPageRow'];

const personnel: Row = {
  id: 'us-ct/exemption/1-210-b-2',
  hash: 'a'.repeat(64),
  citation: 'Conn. Gen. Stat. § 1-210(b)(2)',
  plain: 'Personnel or medical files whose disclosure would invade privacy.',
  mark: 'READ',
  standing: 'READ_IN_A_SOURCE',
  source: { title: 'A copy of the statute', url: 'https://statutes.example/1-210', readOn: '2026-11-23' },
  details: [
    { key: 'code', values: ['1-210(b)(2)'] },
    { key: 'longLabel', values: ['Personnel or similar file'] },
    { key: 'mode', values: ['discretionary'] },
    { key: 'freeHours', values: ['2'] },
  ],
  history: [],
  isInUse: false,
};
const exam: Row = {
  ...personnel,
  id: 'us-ct/exemption/1-210-b-6',
  citation: 'Conn. Gen. Stat. § 1-210(b)(6)',
  standing: 'VERIFIED',
  details: [{ key: 'longLabel', values: ['Test questions'] }],
  verification: { statement: 'Compared.', by: 'Avery Stone', at: '2026-11-20T15:00:00Z', isOfThisText: true },
};
const law: LawPage = {
  jurisdiction: 'us-ct',
  name: 'Connecticut',
  lawName: 'Freedom of Information Act',
  onDay: '2026-11-23',
  mayVerify: false,
  knowsUse: false,
  sections: [
    { kind: 'EXEMPTIONS', rows: [personnel, exam] },
    {
      kind: 'APPEALS',
      rows: [{ ...personnel, id: 'us-ct/appeal/commission', details: [], plain: 'Within 30 days.' }],
    },
  ],
};
const archive = {
  '/api/session': session,
  '/api/health': health,
  '/api/law': {
    home: 'us-ct',
    jurisdictions: [
      { id: 'us', name: 'United States', lawName: 'Freedom of Information Act' },
      { id: 'us-ct', name: 'Connecticut', lawName: 'Freedom of Information Act' },
    ],
  },
  '/api/law/us-ct': law,
};

function open(path: string, answers: Record<string, unknown> = {}) {
  const asked = serve({ ...archive, ...answers });
  window.history.replaceState(null, '', path);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), asked };
}

test('the city’s own law is open first, and each row says where it is from and how far it is known', async () => {
  open('/law');
  const row = within(await screen.findByRole('article', { name: /Personnel or similar file/ }));
  expect(row.getByText('Read in a source')).toBeVisible();
  expect(row.getByText('Conn. Gen. Stat. § 1-210(b)(2)')).toBeVisible();
  expect(row.getByText('may withhold')).toBeVisible();
  expect(row.getByText('Free hours')).toBeVisible();
  expect(row.getByText(/In force since a day not known here/)).toBeVisible();
  const source = row.getByRole('link', { name: /A copy of the statute/ });
  expect(source).toHaveAttribute('rel', 'noreferrer noopener');
  expect(screen.getByRole('link', { name: /Connecticut/ })).toHaveAttribute('aria-current', 'page');
});

test('whoever is not counsel has nothing to verify with', async () => {
  open('/law');
  await screen.findByRole('article', { name: /Personnel/ });
  expect(screen.queryByText('I verify this row')).toBeNull();
  expect(screen.getByText(/Verified by Avery Stone/)).toBeVisible();
});

test('only what is not yet verified is shown when asked for', async () => {
  const { user } = open('/law');
  await user.click(await screen.findByRole('link', { name: 'Not yet verified (1)' }));
  expect(await screen.findByRole('article', { name: /Personnel/ })).toBeVisible();
  expect(screen.queryByRole('article', { name: /Test questions/ })).toBeNull();
});

test('the kinds of rows stand in the address', async () => {
  const { user } = open('/law');
  await user.click(await screen.findByRole('link', { name: /Appeals/ }));
  expect(await screen.findByText('Within 30 days.')).toBeVisible();
  expect(window.location.search).toBe('?in=us-ct&about=appeals');
});

test('counsel verifies a row with the words that are there, and sees it verified', async () => {
  const verified: Row = {
    ...personnel,
    standing: 'VERIFIED',
    verification: {
      statement: 'I have compared it.',
      by: 'Avery Stone',
      at: '2026-11-23T15:00:00Z',
      isOfThisText: true,
    },
  };
  const { user, asked } = open('/law', {
    '/api/law/us-ct': { ...law, mayVerify: true },
    '/api/law/verifications': verified,
  });
  const row = within(await screen.findByRole('article', { name: /Personnel or similar file/ }));
  await user.click(row.getByText('Verify this row'));
  expect(row.getByRole('textbox')).toHaveValue(
    'I have compared this row with Conn. Gen. Stat. § 1-210(b)(2) as it is in force today. It says what the law says.',
  );
  await user.click(row.getByRole('button', { name: 'I verify this row' }));
  expect(await row.findByText(/Verified by Avery Stone/)).toBeVisible();
  expect(asked).toContain('/api/law/verifications');
});

test('a law that cannot be opened says so and can be tried again', async () => {
  open('/law?in=us-zz', {
    '/api/law/us-zz': Response.json(
      { title: 'There is no such jurisdiction', detail: 'Choose another.' },
      { status: 400 },
    ),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no such jurisdiction');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
