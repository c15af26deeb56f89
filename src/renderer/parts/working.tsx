import { useEffect, useState, type ReactElement } from 'react';
import './working.css';

/** Long work that cannot say how far it is: what it does, and for how long already. */
export function Working({ says }: { readonly says: string }): ReactElement {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((before) => before + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <div className="working">
      <div className="working-bar" aria-hidden="true" />
      <p>
        <span role="status">{says}</span>
        {seconds > 1 && <span aria-hidden="true"> {seconds} s</span>}
      </p>
    </div>
  );
}
