import type { FeeTold } from './fees';

const outcomes: Record<string, string> = {
  charged: 'Charged',
  free: 'Free',
  forbidden: 'Forbidden',
  'not-now': 'Not chargeable',
  forfeited: 'Forfeited',
  'rate-needed': 'Say the city’s cost',
};

/** These are the lines of a fee, each with the row of the law it follows from. */
export function FeeTable({ fee }: { fee: FeeTold }) {
  return (
    <>
      <div className="fees__scroll">
        <table className="usa-table usa-table--borderless table-stacks">
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">How much</th>
              <th scope="col">By law</th>
              <th scope="col" className="fees__amount">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {fee.lines.map((line) => (
              <tr key={line.component}>
                <th scope="row">{line.title}</th>
                <td>
                  {line.quantity} {line.unit}
                  {line.quantity === '1' ? '' : 's'}
                  {line.free === '0' ? '' : `, ${line.free} free`}
                  {line.rate === undefined || line.unit === 'dollar' ? '' : `, at $${line.rate}`}
                </td>
                <td>
                  <b>{outcomes[line.outcome] ?? line.outcome}.</b> {line.reason}{' '}
                  {line.citation === undefined ? null : (
                    <span className="row-mark">
                      <cite>{line.citation}</cite>{' '}
                      <span className="row-mark__how">
                        {line.by?.verified === true
                          ? 'Verified by counsel'
                          : line.mark === 'read'
                            ? 'Read in a source, not verified'
                            : 'General knowledge, not verified'}
                      </span>
                    </span>
                  )}
                </td>
                <td className="fees__amount">{line.amount === undefined ? '?' : `$${line.amount}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="fees__total">
        {fee.total === undefined
          ? 'No total yet: say below what an hour or a page costs the city.'
          : `Total $${fee.total}`}
      </p>
      {fee.prepayment === undefined ? null : (
        <p>
          Payment before the work may be asked for. {fee.prepayment.by.plain}{' '}
          <cite>{fee.prepayment.by.citation}</cite>
        </p>
      )}
      {fee.words.map((row) => (
        <p className="row-mark" key={row.rule}>
          {row.plain} <cite>{row.citation}</cite>
        </p>
      ))}
    </>
  );
}
