import { useId } from 'react';
import { wayNames, type Way } from './letters';

interface WayChoiceProps {
  readonly name: string;
  readonly ways: readonly Way[];
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
}

/** This is how something goes out or comes in. */
export function WayChoice({ name, ways, way, onChoose }: WayChoiceProps) {
  const id = useId();
  return (
    <fieldset className="choices">
      <legend>{name}</legend>
      {ways.map((one) => (
        <label key={one} htmlFor={`${id}-${one}`}>
          <input
            id={`${id}-${one}`}
            type="radio"
            name={id}
            checked={way === one}
            onChange={() => {
              onChoose(one);
            }}
          />{' '}
          {wayNames[one]}
        </label>
      ))}
    </fieldset>
  );
}
