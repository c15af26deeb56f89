import { parentPort, workerData } from 'node:worker_threads';
import { openWorkbook } from './open-file.ts';
import { WorkbookRefusal, type OpenWorkbook, type SheetFacts } from './open-workbook.ts';
import { RowPacker, SharedRows, type Batch } from './packed-rows.ts';

/** What the thread is given. */
export interface ThreadAsked {
  readonly path: string;
  readonly memory: SharedArrayBuffer;
}

/** What the thread says. How far the reading is goes along with each batch. */
export type ThreadSays =
  | { readonly says: 'here' }
  | { readonly says: 'rows'; readonly batch: Batch; readonly done: number; readonly of: number | null }
  | { readonly says: 'read'; readonly facts: SheetFacts }
  | { readonly says: 'refused'; readonly kind: WorkbookRefusal['kind']; readonly message: string }
  | { readonly says: 'failed'; readonly error: unknown };

/** The thread's whole work: it reads the sheets it is asked for, by the one reader there is. */
function host({ path, memory }: ThreadAsked, say: (told: ThreadSays) => void): (index: number) => Promise<void> {
  let done = 0;
  let of: number | null = null;
  let book: OpenWorkbook | null = null;
  const packer = new RowPacker(new SharedRows(memory), (batch) => {
    say({ says: 'rows', batch, done, of });
  });
  return async (index) => {
    try {
      book ??= await openWorkbook(path);
      packer.start();
      const facts = await book.readSheet(index, (row) => packer.add(row), {
        onProgress: (now, all) => {
          done = now;
          of = all;
        },
      });
      packer.flush();
      say({ says: 'read', facts });
    } catch (reason) {
      say(refusalOf(reason));
    }
  };
}

const refusalOf = (reason: unknown): ThreadSays =>
  reason instanceof WorkbookRefusal
    ? { says: 'refused', kind: reason.kind, message: reason.message }
    : { says: 'failed', error: reason };

const say = (told: ThreadSays): void => {
  parentPort?.postMessage(told);
};
const readSheet = host(workerData as ThreadAsked, say);
parentPort?.on('message', (index: number) => void readSheet(index));
say({ says: 'here' });
