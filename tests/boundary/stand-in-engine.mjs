// A small engine that does on demand what a real one must never do.
const store = process.argv[process.argv.indexOf('--store') + 1];
const refusal = { kind: 'refused', message: 'This store was made by a newer version.' };
const isClosed = store.endsWith('newer.sqlite');
process.on('message', ({ id, command, input }) => {
  if (isClosed) {
    process.send({ id, reply: { ok: false, failure: refusal } });
    return;
  }
  if (command === 'import.commit') process.kill(process.pid, 'SIGKILL');
  else if (command === 'import.preview')
    for (;;); // a hang
  else if (command === 'import.list') process.send({ told: { about: 'changed', names: ['imports'] } });
  if (command !== 'import.withdraw')
    process.send({ id, reply: { ok: true, value: { command, input, pid: process.pid } } });
});
process.on('disconnect', () => process.exit(0));
if (isClosed) process.send({ ready: false, failure: refusal });
else setTimeout(() => process.send({ ready: true }), 50);
