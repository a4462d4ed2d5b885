import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useSaveSearch, type QuerySuggestion } from './searches';

interface SaveSearchProps {
  readonly id: number;
  readonly query: string;
  /** Whose name and purpose are proposed. */
  readonly suggested: QuerySuggestion | undefined;
  readonly onSaved: () => void;
}

/** This saves a search that was tried, under a name, with what it is for. */
export function SaveSearch({ id, query, suggested, onSaved }: SaveSearchProps) {
  const [name, setName] = useState(suggested?.name ?? '');
  const [why, setWhy] = useState(suggested?.why ?? '');
  const saving = useSaveSearch(id);
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate({ name, query, why }, { onSuccess: onSaved });
  };
  return (
    <form className="collection__save" onSubmit={save} aria-label="Save this search">
      <h3>Save it</h3>
      <div className="field-row">
        <Field
          label="Name"
          hint="By which you know it again."
          required
          maxLength={120}
          autoComplete="off"
          value={name}
          onType={setName}
        />
        <Field
          label="What it is for"
          hint="Printed in the certificate."
          required
          maxLength={500}
          autoComplete="off"
          value={why}
          onType={setWhy}
        />
      </div>
      <button type="submit" className="usa-button" disabled={saving.isPending}>
        Save the search
      </button>
      <Refused trouble={saving.error} />
    </form>
  );
}
