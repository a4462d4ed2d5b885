import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { asked, client, Problem } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { sendFile } from '../../shared/upload';
import { size } from '../../shared/wording';
import { useSettingsAct, type Settings } from './settings';

const bytesMax = 512 * 1024;
const kinds = ['image/png', 'image/jpeg'];

/** This is the city's seal: what it is now, what a chosen picture would look like, and the way to set it. */
export function SealForm({ settings }: { settings: Settings }) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const picture = usePreview(file);
  const forget = () => {
    setFile(undefined);
    if (input.current !== null) input.current.value = '';
  };
  const change = useSettingsAct((chosen: File) =>
    sendFile<Settings>('PUT', '/api/settings/seal', chosen, chosen.type),
  );
  const remove = useSettingsAct(() => asked<Settings>(client.DELETE('/api/settings/seal')));
  const wrong = file === undefined ? undefined : wrongWith(file);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (file !== undefined && wrong === undefined) change.mutate(file, { onSuccess: forget });
  };
  return (
    <section className="panel" aria-labelledby="seal">
      <h2 id="seal">The seal</h2>
      <Refused trouble={wrong ?? change.error ?? remove.error} />
      <div className="seals">
        <Seal address={settings.seal} name="Now" />
        {picture === undefined || wrong !== undefined ? null : (
          <Seal address={picture} name="After you save it" />
        )}
      </div>
      <form onSubmit={submit}>
        <label className="usa-label" htmlFor="seal-file">
          A picture of the seal
        </label>
        <p className="field__hint" id="seal-hint">
          PNG or JPEG, at most 512 KB and 4,000 by 4,000 pixels. A square with a see-through ground looks
          best. It is drawn anew: nothing hidden in the file is kept.
        </p>
        <input
          ref={input}
          className="file"
          id="seal-file"
          type="file"
          required
          accept={kinds.join()}
          aria-describedby="seal-hint"
          aria-invalid={wrong !== undefined}
          onChange={({ target }) => {
            change.reset();
            remove.reset();
            setFile(target.files?.[0]);
          }}
        />
        <p className="acts">
          <button
            className="usa-button"
            type="submit"
            disabled={change.isPending || wrong !== undefined || file === undefined}
          >
            Save the seal
          </button>
          {settings.seal === undefined ? null : (
            <button
              className="usa-button usa-button--unstyled"
              type="button"
              disabled={remove.isPending}
              onClick={() => {
                change.reset();
                remove.mutate(undefined);
              }}
            >
              Take the seal away
            </button>
          )}
          <span role="status">{change.isSuccess ? 'Saved.' : remove.isSuccess ? 'Taken away.' : ''}</span>
        </p>
      </form>
    </section>
  );
}

function Seal({ address, name }: { address: string | undefined; name: string }) {
  return (
    <figure className="seals__seal">
      {address === undefined ? (
        <span className="seals__none">None</span>
      ) : (
        <img src={address} alt="" width="128" height="128" />
      )}
      <figcaption>{name}</figcaption>
    </figure>
  );
}

/** What the server would refuse for its kind or size, before it is sent. */
function wrongWith(file: File): Problem | undefined {
  if (!kinds.includes(file.type))
    return new Problem(0, 'This kind of file is not taken', 'Choose a PNG or JPEG picture.');
  if (file.size > bytesMax)
    return new Problem(
      0,
      'The picture is too large',
      `It has ${size(file.size)}; at most 512 KB are taken. Save it smaller: 512 by 512 pixels are enough.`,
    );
  return undefined;
}

// The page's own rules allow pictures as `data:`, not as `blob:`.
function usePreview(file: File | undefined): string | undefined {
  const [read, setRead] = useState<{ file: File; address: string }>();
  useEffect(() => {
    if (file === undefined || wrongWith(file) !== undefined) return;
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') setRead({ file, address: reader.result });
    };
    reader.readAsDataURL(file);
  }, [file]);
  return read !== undefined && read.file === file ? read.address : undefined;
}
