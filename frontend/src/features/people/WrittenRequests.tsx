import { useRef, useState, type SubmitEvent } from 'react';
import { Problem } from '../../shared/api';
import { Icon } from '../../shared/Icon';
import { Refused } from '../../shared/Refused';
import { sendFile } from '../../shared/upload';
import { moment, size } from '../../shared/wording';
import { usePeopleAct, type PersonView } from './people';

const bytesMax = 10 * 1024 * 1024;

/** This is the file of a person: the written requests in which a department head certified the need for access. */
export function WrittenRequests({ view, mayAdd }: { view: PersonView; mayAdd: boolean }) {
  const { person, accessRequests } = view;
  return (
    <section aria-labelledby="written-requests">
      <h2 id="written-requests">Written access requests</h2>
      {accessRequests.length === 0 ? (
        <p>
          None on file. Some cities ask for one, signed by the department head, before anybody reads mail.
        </p>
      ) : (
        <ul className="files">
          {accessRequests.map(({ id, fileName, sizeBytes, addedBy, addedAt }) => (
            <li key={id}>
              <Icon name="file_download" />{' '}
              <a href={`/api/people/${person.id}/access-requests/${id}`} download={fileName}>
                {fileName}
              </a>{' '}
              <span className="files__facts">
                {size(sizeBytes)}, added by {addedBy}, {moment(addedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? <AddRequest person={person.id} /> : null}
    </section>
  );
}

function AddRequest({ person }: { person: number }) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const add = usePeopleAct((chosen: File) => {
    if (chosen.size > bytesMax)
      throw new Problem(0, 'The file is over 10 MB', 'Scan it in black and white or at a lower resolution.');
    const address = `/api/people/${person}/access-requests?name=${encodeURIComponent(chosen.name)}`;
    return sendFile<PersonView>('POST', address, chosen, 'application/octet-stream');
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (file === undefined) return;
    add.mutate(file, {
      onSuccess: () => {
        setFile(undefined);
        if (input.current !== null) input.current.value = '';
      },
    });
  };
  return (
    <form className="attach" onSubmit={submit}>
      <Refused trouble={add.error} />
      <label className="usa-label" htmlFor="written-request">
        Attach a written request
      </label>
      <p className="field__hint" id="written-request-hint">
        PDF or plain text, at most 10 MB. It stays on file: nothing here is changed or removed.
      </p>
      <input
        ref={input}
        className="file"
        id="written-request"
        type="file"
        required
        accept=".pdf,.txt,application/pdf,text/plain"
        aria-describedby="written-request-hint"
        onChange={({ target }) => {
          setFile(target.files?.[0]);
        }}
      />
      <p className="acts">
        <button className="usa-button" type="submit" disabled={add.isPending}>
          Attach
        </button>
      </p>
    </form>
  );
}
