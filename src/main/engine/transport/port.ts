/** What the shell and the engine say to each other, whichever way the engine was started. */
export interface Port {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The way to the shell: a utility process's port, or the channel of a forked Node process. Null when there is neither. */
export function portToShell(): Port | null {
  const utility = (process as unknown as { parentPort?: UtilityPort }).parentPort;
  if (utility !== undefined) {
    return {
      send: (message) => {
        utility.postMessage(message);
      },
      onMessage: (listener) => {
        utility.on('message', ({ data }) => {
          listener(data);
        });
      },
    };
  }
  if (process.send === undefined) return null;
  return {
    send: (message) => {
      process.send?.(message);
    },
    onMessage: (listener) => {
      process.on('message', listener);
    },
  };
}
