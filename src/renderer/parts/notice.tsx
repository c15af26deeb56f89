import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { Button } from './button.tsx';
import { PARTS } from '../words/parts.ts';
import './notice.css';

interface Notice {
  readonly says: string;
  readonly kind: 'said' | 'trouble';
}
type Say = (says: string | null, kind?: Notice['kind']) => void;

const SayContext = createContext<Say>(() => undefined);

/** Says one sentence at the foot of the window, read out by screen readers; null puts it away. */
export const useSay = (): Say => useContext(SayContext);

/** How long a plain sentence stays, in milliseconds; trouble stays until it is put away. */
const STAYS = 8000;

export function NoticeProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [notice, setNotice] = useState<Notice | null>(null);
  const say = useCallback<Say>((says, kind = 'said') => {
    setNotice(says === null ? null : { says, kind });
  }, []);
  useEffect(() => {
    if (notice?.kind !== 'said') return undefined;
    const timer = setTimeout(() => {
      setNotice(null);
    }, STAYS);
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);
  const shown = useMemo(
    () => (
      <div className="notice-place" role="status" aria-live="polite">
        {notice !== null && (
          <div className={`notice notice-${notice.kind}`}>
            <p>{notice.says}</p>
            <Button
              kind="link"
              onPress={() => {
                setNotice(null);
              }}
            >
              {PARTS.putAway}
            </Button>
          </div>
        )}
      </div>
    ),
    [notice],
  );
  return (
    <SayContext value={say}>
      {children}
      {shown}
    </SayContext>
  );
}
