import { Refused } from '../../shared/Refused';
import { count, minute, size } from '../../shared/wording';
import { useEndLink, type Link, type Release } from './releases';

interface LinksProps {
  readonly id: number;
  readonly release: Release;
  readonly mayAct: boolean;
}

/** The links to a release's packages, and how often each was used. */
export function Links({ id, release, mayAct }: LinksProps) {
  const end = useEndLink(id, release.id);
  return (
    <>
      <div className="release__table">
        <table className="usa-table usa-table--borderless usa-table--stacked">
          <caption>Links to part {release.part}</caption>
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">Package</th>
              <th scope="col">Works until</th>
              <th scope="col">Downloads</th>
              <th scope="col">
                <span className="usa-sr-only">End it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {release.links.map((link) => (
              <tr key={link.id}>
                <th scope="row" data-label="Made">
                  {minute(link.madeAt)} by {link.madeBy}
                </th>
                <td data-label="Package">
                  {link.packing === 'ENCRYPTED' ? 'Encrypted ZIP' : 'ZIP'}, {size(link.sizeBytes)}
                  <br />
                  <code className="release__hash">SHA-256 {link.sha256}</code>
                </td>
                <td data-label="Works until">{until(link)}</td>
                <td data-label="Downloads">
                  {count(link.downloads)}
                  {link.lastDownloadAt === undefined ? null : <>, last {minute(link.lastDownloadAt)}</>}
                </td>
                <td>
                  {mayAct && link.revokedAt === undefined ? (
                    <button
                      type="button"
                      className="usa-button usa-button--unstyled"
                      disabled={end.isPending}
                      onClick={() => {
                        end.mutate(link.id);
                      }}
                    >
                      End this link
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Refused trouble={end.error} />
    </>
  );
}

const until = (link: Link) =>
  link.revokedAt === undefined ? minute(link.expiresAt) : `ended ${minute(link.revokedAt)}`;
