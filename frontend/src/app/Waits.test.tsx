import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { newQueryClient } from '../shared/api';
import { answerWith, health, session } from '../shared/samples';
import type { Role } from '../shared/session';
import { serve } from '../shared/testing';
import { App } from './App';

const duties = {
  withoutPassword: [{ id: 9, name: 'Rita Reviewer', linkExpiresAt: '2026-12-01T17:00:00Z' }],
  withoutWrittenRequest: [
    { id: 9, name: 'Rita Reviewer' },
    { id: 10, name: 'Carl Counsel' },
  ],
  leaving: [{ id: 11, name: 'Otto Officer', leavesOn: '2026-11-30' }],
  policyVersion: 2,
  policyUnread: 3,
};

const grant = {
  id: 1,
  personId: 9,
  person: 'Rita Reviewer',
  role: 'REVIEWER',
  askedBy: 'Ines Administrator',
  askedAt: '2026-11-20T15:00:00Z',
  mayConfirm: true,
};

function openAs(roles: readonly Role[], answers: Record<string, unknown>, address = '/') {
  const person = { id: 7, name: 'Ana Rivera', email: 'ana@city.example', roles };
  const asked = serve({
    '/api/health': health,
    '/api/search': answerWith(),
    '/api/grants': [],
    '/api/session': { ...session, person },
    ...answers,
  });
  window.history.replaceState(null, '', address);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return asked;
}

test('home tells an administrator what is left to do about people, and by when', async () => {
  openAs(['ADMINISTRATOR'], { '/api/people/duties': duties });
  expect(await screen.findByText('1 person has not used their link yet')).toBeVisible();
  expect(screen.getByText('2 readers have no written request on file')).toBeVisible();
  expect(screen.getByText('3 people have not acknowledged the policy')).toBeVisible();
  const due = screen.getAllByRole('link', { name: /^(Last day|The link) of/ });
  expect(due.map(({ textContent }) => textContent)).toEqual([
    'Last day of Otto Officer',
    'The link of Rita Reviewer ends',
  ]);
});

test('home tells counsel which roles wait and how much is kept back, and asks for nothing of others', async () => {
  const rules = { rules: [], keptBack: 12, released: 0 };
  const asked = openAs(['COUNSEL'], { '/api/grants': [grant], '/api/privilege/rules': rules });
  expect(await screen.findByText('12 messages are kept back')).toBeVisible();
  expect(screen.getByText('1 role waits for you to confirm')).toBeVisible();
  expect(asked.some((address) => address.startsWith('/api/people'))).toBe(false);
});

test('home leads whoever may to the release and the letter that wait', async () => {
  const works = [
    {
      request: 3,
      label: 'R-2026-0003',
      what: 'has a release that waits to be finalised',
      why: 'Olga Officer prepared part 1.',
      tab: 'release',
      act: 'Look and finalise',
    },
    {
      request: 3,
      label: 'R-2026-0003',
      what: 'has a letter that waits for your word on the law',
      why: 'Olga Officer wrote it.',
      tab: 'letters/drafts/8',
      act: 'Open the letter',
    },
  ];
  openAs(['COUNSEL'], { '/api/requests/needs': { tasks: [], approvals: [], works } });
  expect(await screen.findByText('R-2026-0003 has a release that waits to be finalised')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Look and finalise' })).toHaveAttribute(
    'href',
    '/requests/3/release',
  );
  expect(screen.getByRole('link', { name: 'Open the letter' })).toHaveAttribute(
    'href',
    '/requests/3/letters/drafts/8',
  );
});

test('home says so when nothing waits', async () => {
  openAs(['REVIEWER'], {});
  expect(await screen.findByText('Nothing waits for you.')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Roles to confirm' })).toBeNull();
});

test('who is to be counsel next finds the page where the role is accepted, and from when', async () => {
  const own = {
    ...grant,
    personId: 7,
    person: 'Ana Rivera',
    role: 'COUNSEL',
    mayConfirm: false,
    acceptableFrom: '2026-11-27T15:00:00Z',
  };
  openAs([], { '/api/grants': [own] }, '/grants');
  expect(await screen.findByRole('link', { name: 'Roles to confirm' })).toBeVisible();
  expect(screen.getByText(/You may accept it yourself from Nov 27, 2026/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Decline/ })).toBeNull();
});

test('the help of the menu is on the page one stands on', async () => {
  openAs(['ADMINISTRATOR'], { '/api/departments': [] }, '/departments');
  expect(await screen.findByRole('link', { name: 'Help' })).toHaveAttribute('href', '/help/on/departments');
  expect(await screen.findByText(/No department yet/)).toBeVisible();
});
