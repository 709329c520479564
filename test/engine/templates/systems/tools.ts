import { clock, type System } from './system';

/** No header at all. */
export const builder: System = {
  name: 'the output of a build, with no header',
  header: () => '',
  events: [
    'Building {word} v{n}.{n}.{n}',
    'Fetched {word} v{n}.{n}.{n} ({n} KiB)',
    '[{n}/{n}] Making object {path}/{word}.cc.o',
    '[{n}/{n}] Joining program {word}',
    'note: nobody uses: `{word}`',
    'ok {n} - {word} keeps its {word} (took {ms})',
    'not ok {n} - {word} keeps its {word} (took {ms})',
    'Layer {n}/{n} : TAKE {path} {path}',
    '---> {hex12}',
    'Putting away layer {hex12}',
    'PASS {path}/{word}.test.ts ({seconds} s)',
    'FAIL {path}/{word}.test.ts ({seconds} s)',
    'Sum: {n} failed, {n} passed, {n} in all',
    'put in {n} packages, looked through {n} packages in {n}s',
    'All done [quick + chatty] goal(s) after {seconds}s',
  ],
  holes: { hex12: (draw) => draw.hex(12) },
  floors: { ga: 0.98, fga: 0.95 },
};

/** Threads and sources in brackets, names of mods and players. */
export const game: System = {
  name: 'the client of a game with mods',
  header: (draw, at) =>
    `[${clock(at)}] [${draw.one(['Render thread', 'Server thread', 'Worker-Main-2'])}/${draw.one(['INFO', 'WARN'])}] [${draw.one(['forge', 'game', 'sound'])}/]: `,
  events: [
    '{user} stepped into the world',
    '{user} went out of the world',
    '{user} fell off a tall tower',
    '<{user}> {chat}',
    'Read {n} cooking books',
    'Read {n} medals',
    'Add-on {word} {n}.{n}.{n} lies in {path}/{word}.jar',
    'No picture for {word}:block/{word}_{word}',
    'The world lags! Has it too much to do? Behind by {n}ms or {n} beats',
    '{user} is gone: Wire cut',
    'Growing the first meadow: {n}%',
    'Keeping pieces of world {word}/{word}',
    'Moved {user} to {n}.{n}, {n}.{n}, {n}.{n}',
    'Painted: {n}x{n}x{n} {word}:pictures/sheet/{word}.png-sheet',
  ],
  holes: {
    chat: (draw) => draw.some(1, 1, (inner) => inner.one(['hello', 'brb', 'lol', 'nice', 'ok', 'gg']), ' '),
  },
  floors: { ga: 0.92, fga: 0.75 },
};

/** Statements of any length behind a duration. */
export const database: System = {
  name: 'a database that logs what is slow',
  header: (draw, at) =>
    `2026-11-21 ${clock(at)}.${100 + (at % 900)} UTC [${1000 + draw.below(50)}] ${draw.one(['app', 'batch'])}@${draw.one(['shop', 'bank'])} LOG:  `,
  events: [
    'took: {n}.{n} ms  query: SELECT * FROM orders WHERE id = {n}',
    'took: {n}.{n} ms  query: SELECT name, price FROM goods WHERE id IN ({ids})',
    "took: {n}.{n} ms  query: UPDATE carts SET owner = '{user}' WHERE id = {n}",
    "took: {n}.{n} ms  query: INSERT INTO visits (page, who) VALUES ('/{word}', '{user}')",
    'took: {n}.{n} ms  run <nameless>: COMMIT',
    'flush begins: clock',
    'flush done: put down {n} pages ({n}.{n}%); {n} log file(s) new, {n} dropped, {n} kept; put={seconds} s, settle={seconds} s, all={seconds} s',
    'caller at the door: host={ip} port={port}',
    'caller let in: user={user} store={word}',
    'caller gone: stayed: {n}:{n}:{seconds} user={user} store={word} host={ip} port={port}',
    'worker {pid} waits for ReadLock on deal {n} since {n}.{n} ms',
    'worker {pid} has got ReadLock on deal {n} after {n}.{n} ms',
    'sweeping table "{word}.open.{word}": rounds: {n}',
    'spare file: at "{path}/spare{n}.{n}", bytes {n}',
    "caller's line was cut off from the other end",
  ],
  holes: { ids: (draw) => draw.some(1, 9, (inner) => `${inner.below(9999)}`, ', ') },
  floors: { ga: 0.98, fga: 0.95 },
};
