import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { minute } from '../../shared/wording';
import { useInvoice, useSettle, type FeePage } from './fees';

interface InvoicesProps {
  readonly id: number;
  readonly invoices: FeePage['invoices'];
  readonly total: string | undefined;
}

type Settled = 'PAID' | 'WAIVED' | 'WITHDRAWN';

const states: Record<FeePage['invoices'][number]['state'], string> = {
  OPEN: 'open',
  PAID: 'paid',
  WAIVED: 'waived',
  WITHDRAWN: 'withdrawn',
};

/** This is what was asked of the requester. While a fee is open, the request cannot be closed. */
export function Invoices({ id, invoices, total }: InvoicesProps) {
  const ask = useInvoice(id);
  const isOpen = invoices.some(({ state }) => state === 'OPEN');
  const amount = total === undefined || total === '0.00' ? undefined : total;
  const isPaid = invoices.some((invoice) => invoice.state === 'PAID' && invoice.amount === amount);
  return (
    <section className="request-part" aria-labelledby="invoices">
      <h2 id="invoices">Asked of the requester</h2>
      <Refused trouble={ask.error} />
      {invoices.length === 0 ? <p>No fee was asked yet.</p> : null}
      <ul className="clock-events">
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <p>
              <b>${invoice.amount}</b>, {states[invoice.state]}; asked by {invoice.madeBy},{' '}
              {minute(invoice.madeAt)}
              {invoice.words === undefined ? '' : `. ${invoice.words}`}
              {invoice.settledBy === undefined ? '' : ` (${invoice.settledBy})`}
            </p>
            {invoice.state === 'OPEN' ? <Settle id={id} /> : null}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <p>While this fee is open, the request cannot be closed.</p>
      ) : amount === undefined ? null : isPaid ? (
        <p>This fee is paid. If more work is logged, you can ask for the new amount.</p>
      ) : (
        <p className="acts">
          <button
            type="button"
            className="usa-button"
            disabled={ask.isPending}
            onClick={() => {
              ask.mutate(undefined);
            }}
          >
            Ask for ${amount}
          </button>
        </p>
      )}
    </section>
  );
}

function Settle({ id }: { id: number }) {
  const [words, setWords] = useState('');
  const settle = useSettle(id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as unknown as { submitter: HTMLButtonElement | null }).submitter;
    const state = (button?.value ?? 'PAID') as Settled;
    settle.mutate({ state, words });
  };
  return (
    <form onSubmit={submit} aria-label="Settle the fee">
      <Refused trouble={settle.error} />
      <Field
        label="How it was paid, or why it is not asked for"
        required
        maxLength={300}
        value={words}
        onType={setWords}
      />
      <p className="acts">
        <button className="usa-button" type="submit" value="PAID" disabled={settle.isPending}>
          It was paid
        </button>
        <button
          className="usa-button usa-button--outline"
          type="submit"
          value="WAIVED"
          disabled={settle.isPending}
        >
          Waive it
        </button>
        <button
          className="usa-button usa-button--outline"
          type="submit"
          value="WITHDRAWN"
          disabled={settle.isPending}
        >
          Withdraw it
        </button>
      </p>
    </form>
  );
}
