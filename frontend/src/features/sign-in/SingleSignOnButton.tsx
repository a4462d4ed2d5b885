import { useMutation } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Refused } from '../../shared/Refused';
import { keepPlace } from './place';

type Departure = components['schemas']['Departure'];

/** This is the way in over the city's directory: the browser leaves for it, and comes back to `SingleSignOnReturn`. */
export function SingleSignOnButton() {
  const leave = useMutation({
    mutationFn: () => asked<Departure>(client.POST('/api/session/single-sign-on/departure')),
    onSuccess: ({ address }) => {
      keepPlace();
      window.location.assign(address);
    },
  });
  return (
    <div className="gate__way">
      <Refused trouble={leave.error} />
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={leave.isPending || leave.isSuccess}
        onClick={() => {
          leave.mutate();
        }}
      >
        {leave.isPending || leave.isSuccess ? 'Asking the directory…' : 'Sign in with your city account'}
      </button>
    </div>
  );
}
