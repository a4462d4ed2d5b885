import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newQueryClient } from '../shared/api';
import { health, me, session } from '../shared/samples';
import { serve } from '../shared/testing';
import { App } from './App';

const signedInAt = {
  id: 'here',
  browser: 'Firefox on Linux',
  from: '10.0.0.4',
  startedAt: '2026-09-08T12:00:00Z',
  lastActiveAt: '2026-09-08T12:30:00Z',
  isLocked: false,
  isThis: true,
};
const offered = { ...session, ways: { ...session.ways, passkey: true } };
const account = {
  '/api/session': offered,
  '/api/health': health,
  '/api/me': me,
  '/api/me/passkeys': [],
  '/api/me/sessions': [signedInAt],
  '/api/me/audit': { lines: [] },
  '/api/policy': {},
};

function open(answers: Record<string, unknown> = {}) {
  const asked = serve({ ...account, ...answers });
  window.history.replaceState(null, '', '/account');
  render(
    <QueryClientProvider client={newQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), asked };
}

const part = (name: string) => screen.findByRole('region', { name });
const refused = (title: string) => Response.json({ title, detail: 'Try again.' }, { status: 422 });

function knowingPasskeys(create: () => Promise<unknown>) {
  vi.stubGlobal('PublicKeyCredential', vi.fn());
  Object.defineProperty(navigator, 'credentials', { value: { create }, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'credentials');
});

test('the account is beside the name and says who one is', async () => {
  open();
  expect(await screen.findByRole('link', { name: 'My account' })).toHaveAttribute('aria-current', 'page');
  const myself = within(await part('Who I am'));
  expect(myself.getByText('ana.rivera@city.example')).toBeVisible();
  expect(myself.getByText('Records officer')).toBeVisible();
  expect(myself.getByText('The whole city')).toBeVisible();
});

test('what one does not have yet is said in words', async () => {
  open();
  expect(await screen.findByText('You have no passkey yet.')).toBeVisible();
  expect(screen.getByText('You have no working token.')).toBeVisible();
  expect(screen.getByText('You have acknowledged nothing yet.')).toBeVisible();
  expect(await screen.findByText('The city has not published a notice and policy.')).toBeVisible();
  expect(await screen.findByText('Nothing is written down about you yet.')).toBeVisible();
});

test('an account that does not come says so, and can be asked for again', async () => {
  open({ '/api/me': refused('The archive is busy') });
  expect(await screen.findByRole('alert')).toHaveTextContent('The archive is busy');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a wrong password changes nothing and is asked for again', async () => {
  const { user } = open({ '/api/me/password': refused('That did not match') });
  const password = within(await part('Password'));
  await user.click(password.getByRole('button', { name: 'Change my password' }));
  expect(password.getByLabelText('New password')).toHaveFocus();
  await user.type(password.getByLabelText('New password'), 'a slow heron by the canal');
  await user.type(password.getByLabelText('Your password, once more'), 'wrong');
  await user.click(password.getByRole('button', { name: 'Change it' }));
  expect(await password.findByRole('alert')).toHaveTextContent('That did not match');
  expect(password.getByLabelText('Your password, once more')).toHaveValue('');
  await user.click(password.getByRole('button', { name: 'Cancel' }));
  expect(password.getByRole('button', { name: 'Change my password' })).toHaveFocus();
});

test('new recovery codes are shown once, after the password', async () => {
  const { user, asked } = open({ '/api/me/recovery-codes': { codes: ['abcd-efgh-2345-wxyz'] } });
  const factor = within(await part('Second factor'));
  expect(factor.getByText(/9 recovery codes of 10 are left/)).toBeVisible();
  await user.click(factor.getByRole('button', { name: 'Make new recovery codes' }));
  expect(asked).not.toContain('/api/me/recovery-codes');
  await user.type(factor.getByLabelText('Your password, once more'), 'a slow heron by the canal');
  await user.click(factor.getByRole('button', { name: 'Make ten new codes' }));
  expect(await factor.findByText('abcd-efgh-2345-wxyz')).toBeVisible();
  expect(factor.getByRole('group', { name: 'Your new recovery codes' })).toHaveFocus();
  await user.click(factor.getByRole('button', { name: 'I have kept them' }));
  expect(factor.queryByText('abcd-efgh-2345-wxyz')).toBeNull();
});

test('the device is asked for a passkey only after the password was right', async () => {
  const create = vi.fn(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  knowingPasskeys(create);
  const { user } = open({ '/api/me/passkeys/challenge': refused('That did not match') });
  const passkeys = within(await part('Passkeys'));
  await user.click(passkeys.getByRole('button', { name: 'Add a passkey' }));
  await user.type(passkeys.getByLabelText('Name of the device'), 'Desk');
  await user.type(passkeys.getByLabelText('Your password, once more'), 'wrong');
  await user.click(passkeys.getByRole('button', { name: 'Add the passkey' }));
  expect(await passkeys.findByRole('alert')).toHaveTextContent('That did not match');
  expect(create).not.toHaveBeenCalled();
});

test('a device that gives no answer is told from one that is refused', async () => {
  knowingPasskeys(() => Promise.reject(new DOMException('TLS certificate errors', 'NotAllowedError')));
  const challenge = { challenge: 'AAAA', rpId: 'x', userId: 'Nw', name: 'x', algorithms: [-7], known: [] };
  const { user } = open({ '/api/me/passkeys/challenge': challenge });
  const passkeys = within(await part('Passkeys'));
  await user.click(passkeys.getByRole('button', { name: 'Add a passkey' }));
  await user.type(passkeys.getByLabelText('Name of the device'), 'Desk');
  await user.type(passkeys.getByLabelText('Your password, once more'), 'a slow heron by the canal');
  await user.click(passkeys.getByRole('button', { name: 'Add the passkey' }));
  expect(await passkeys.findByRole('alert')).toHaveTextContent('a certificate that your browser trusts');
});

test('where no passkey can be kept, the page says why', async () => {
  open({ '/api/session': session });
  const passkeys = within(await part('Passkeys'));
  expect(passkeys.getByText(/Open the archive by its name/)).toBeVisible();
  expect(passkeys.queryByRole('button', { name: 'Add a passkey' })).toBeNull();
});

test('every browser is listed, and this one is not ended by mistake', async () => {
  const other = { ...signedInAt, id: 'there', browser: 'Edge on Windows', isThis: false };
  open({ '/api/me/sessions': [signedInAt, other] });
  const sessions = within(await part('Where I am signed in'));
  expect(await sessions.findByText('this browser')).toBeVisible();
  expect(sessions.getByRole('button', { name: /End the session of Edge on Windows/ })).toBeVisible();
  expect(sessions.queryByRole('button', { name: /End the session of Firefox/ })).toBeNull();
  expect(sessions.getByRole('button', { name: 'Sign out at all other browsers' })).toBeVisible();
});

test('a token offers what the roles allow, and its secret is shown once', async () => {
  const token = {
    id: 3,
    name: 'Nightly list',
    scopes: ['read:search'],
    madeAt: '2026-09-08T12:00:00Z',
    endsOn: '2026-10-08',
  };
  const { user } = open({ '/api/me/tokens': { token, secret: 'mun_secret' } });
  const tokens = within(await part('Tokens for programs'));
  await user.click(tokens.getByRole('button', { name: 'Make a token' }));
  await user.type(tokens.getByLabelText('Which program will use it'), 'Nightly list');
  expect(tokens.queryByLabelText('do what your other roles may do')).toBeNull();
  await user.click(tokens.getByLabelText('search the archive'));
  await user.type(tokens.getByLabelText('Your password, once more'), 'seven gulls over the harbor');
  await user.click(tokens.getByRole('button', { name: 'Make the token' }));
  expect(await tokens.findByText('mun_secret')).toBeVisible();
  await user.click(tokens.getByRole('button', { name: 'I have kept it' }));
  expect(tokens.queryByText('mun_secret')).toBeNull();
});

test('revoking a token is asked once more', async () => {
  const endsOn = '2999-10-08';
  const token = { id: 3, name: 'Nightly list', scopes: ['read:search'] as const, endsOn, madeAt: endsOn };
  const { user, asked } = open({ '/api/me': { ...me, view: { ...me.view, tokens: [token] } } });
  const tokens = within(await part('Tokens for programs'));
  expect(tokens.getByText(/Last day Oct 8, 2999/)).toBeVisible();
  await user.click(tokens.getByRole('button', { name: 'Revoke Nightly list' }));
  expect(asked).not.toContain('/api/me/tokens/3');
  await user.click(tokens.getByRole('button', { name: 'Revoke it' }));
  expect(asked).toContain('/api/me/tokens/3');
});

test('who has no password here is told why nothing can be changed', async () => {
  open({ '/api/me': { ...me, hasPassword: false } });
  const password = within(await part('Password'));
  expect(password.getByText(/you sign in with the city’s single sign-on/)).toBeVisible();
  expect(password.queryByRole('button')).toBeNull();
});

test('the sign-in page has a button for passkeys where they work', async () => {
  knowingPasskeys(() => Promise.resolve(null));
  open({ '/api/session': { ...offered, state: 'SIGNED_OUT', person: undefined } });
  expect(await screen.findByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
});

test('the sign-in page has no such button elsewhere', async () => {
  open({ '/api/session': { ...session, state: 'SIGNED_OUT', person: undefined } });
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).toBeNull();
});
