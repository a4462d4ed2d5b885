import { useId, type ComponentProps, type ReactNode } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'onChange'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** This is one line to fill in, with its name above it and what to write below the name. */
export function Field({ label, hint, onType, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="usa-input"
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          onType(event.target.value);
        }}
        {...input}
      />
    </div>
  );
}
