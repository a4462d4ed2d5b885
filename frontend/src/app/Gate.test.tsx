import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newQueryClient } from '../shared/api';
import { answerWith, health, session } from '../shared/samples';
import { serve } from '../shared/testing';
import { App } from './App';

function open(address: string, answers: Record<string, unknown>) {
  const asked = serve({ '/api/health': health, '/api/search': answerWith(), ...answers });
  window.history.replaceState(null, '', address);
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), asked };
}

const withoutPurpose = { ...session, purpose: undefined };
const withoutPerson = { ...withoutPurpose, person: undefined };

test('who is not signed in sees nothing but the sign-in', async () => {
  const { asked } = open('/messages/12', { '/api/session': { ...withoutPerson, state: 'SIGNED_OUT' } });
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(screen.getByLabelText('E-mail address')).toHaveAttribute('autocomplete', 'username');
  expect(screen.queryByRole('navigation')).toBeNull();
  expect(asked.every((address) => address === '/api/session')).toBe(true);
});

test('the second factor takes a code of the app or a recovery code', async () => {
  const { user } = open('/', { '/api/session': { ...withoutPurpose, state: 'SECOND_FACTOR' } });
  expect(await screen.findByLabelText('Six-digit code')).toHaveAttribute('autocomplete', 'one-time-code');
  await user.click(screen.getByRole('button', { name: /use a recovery code/ }));
  expect(screen.getByLabelText('Recovery code')).toBeVisible();
});

test('a locked screen shows no mail and asks for the password of the same person', async () => {
  const { asked } = open('/search?q=budget', { '/api/session': { ...withoutPurpose, state: 'LOCKED' } });
  expect(await screen.findByLabelText('Password of Ana Rivera')).toBeVisible();
  expect(asked.some((address) => address.startsWith('/api/search'))).toBe(false);
});

test('no mail is asked for before a purpose is stated', async () => {
  const { asked } = open('/search?q=budget', { '/api/session': withoutPurpose });
  expect(await screen.findByRole('heading', { name: 'What are you reading for?' })).toBeVisible();
  expect(screen.getAllByRole('radio')).toHaveLength(6);
  expect(asked.some((address) => address.startsWith('/api/search'))).toBe(false);
});

test('an administrator is told that mail is not theirs to read, and what is', async () => {
  const administrator = { ...session.person, roles: ['ADMINISTRATOR'] };
  const { asked } = open('/search', { '/api/session': { ...withoutPurpose, person: administrator } });
  expect(await screen.findByRole('heading', { name: 'Mail is not yours to read' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Search' })).toBeNull();
  expect(asked.some((address) => address.startsWith('/api/search'))).toBe(false);
});

test('a folder without people says where the set-up link is, and only its button sets up', async () => {
  const setUp = { '/api/session': { ...withoutPerson, state: 'SET_UP' } };
  const { asked } = open('/set-up#secret-of-the-link', setUp);
  expect(await screen.findByRole('button', { name: 'Set up the archive' })).toBeVisible();
  expect(asked).not.toContain('/api/set-up');
});

test('a set-up page without its link says how to get one', async () => {
  open('/', { '/api/session': { ...withoutPerson, state: 'SET_UP' } });
  expect(await screen.findByText(/it printed a link/)).toBeVisible();
});
