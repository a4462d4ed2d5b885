import { Notice } from '../../shared/Notice';
import { Trouble, Waiting } from '../../shared/Trouble';
import { calendarDay } from '../../shared/wording';
import { EstimatePanel } from './EstimatePanel';
import { FeeTable } from './FeeTable';
import { useFees } from './fees';
import { Invoices } from './Invoices';
import { TermsPanel } from './TermsPanel';
import { WorkLog } from './WorkLog';

/** This is what a request may cost its requester, by the law of its day, the work and the clock. */
export function FeesTab({ id }: { id: number }) {
  const { data: page, error, refetch } = useFees(id);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (page === undefined) return <Waiting what="Reckoning the fee…" />;
  return (
    <div className="fees">
      <p>
        Write down the work; the law’s rows say what of it may be charged. An estimate comes before the search
        and goes into the fee letter.
      </p>
      {page.isLate ? (
        <Notice kind="warning" title="The answer is late">
          <p>
            {page.dueOn === undefined ? '' : `It was due on ${calendarDay(page.dueOn)}. `}Where the law
            forfeits a fee for that, its line is 0.00.
          </p>
        </Notice>
      ) : null}
      <EstimatePanel id={id} estimate={page.estimate} />
      <WorkLog id={id} work={page.work} />
      <section className="request-part" aria-labelledby="fee-now">
        <h2 id="fee-now">What may be charged so far</h2>
        {page.work.length === 0 ? (
          <p>No work is written down yet, so there is nothing to charge.</p>
        ) : (
          <FeeTable fee={page.fee} />
        )}
      </section>
      <TermsPanel id={id} terms={page.terms} key={JSON.stringify(page.terms)} />
      <Invoices id={id} invoices={page.invoices} total={page.fee.total} />
    </div>
  );
}
