import { Link } from '../../shared/address';
import { counted } from '../../shared/wording';
import type { Exemption } from './releases';

const standings: Record<Exemption['standing'], string> = {
  VERIFIED: 'Verified',
  READ_IN_A_SOURCE: 'Not verified: read in a source',
  GENERAL_KNOWLEDGE: 'Not verified: general knowledge',
  EXPIRED: 'Not in force',
};

/** The exemptions that a release rests on, and how far the city may rely on each. */
export function ExemptionTable({ exemptions }: { exemptions: readonly Exemption[] }) {
  return (
    <>
      <div className="release__table">
        <table className="usa-table usa-table--borderless usa-table--stacked">
          <caption>Exemptions used</caption>
          <thead>
            <tr>
              <th scope="col">Exemption</th>
              <th scope="col">What it covers</th>
              <th scope="col">Citation</th>
              <th scope="col">Used on</th>
              <th scope="col">Standing</th>
            </tr>
          </thead>
          <tbody>
            {exemptions.map((one) => (
              <tr key={one.id}>
                <th scope="row" data-label="Exemption">
                  {one.code}
                </th>
                <td data-label="What it covers">{one.covers}</td>
                <td data-label="Citation">{one.citation}</td>
                <td data-label="Used on">{counted(one.items, 'item')}</td>
                <td data-label="Standing">{standings[one.standing]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {exemptions.every((one) => one.standing === 'VERIFIED') ? null : (
        <p>
          What is not verified is confirmed by counsel when the release is finalised, or before, on the page
          of <Link href="/law">the law</Link>.
        </p>
      )}
    </>
  );
}
