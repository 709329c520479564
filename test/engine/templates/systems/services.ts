import { clock, type System } from './system';

const iso = (at: number) =>
  `2026-11-21 ${clock(at)},${(at * 37) % 1000}`.replace(/,(\d)$/, ',00$1').replace(/,(\d\d)$/, ',0$1');

/** Ids in words, nested class names, states. */
export const scheduler: System = {
  name: 'a scheduler of jobs in containers',
  header: (draw, at) =>
    `${iso(at)} ${draw.one(['INFO', 'INFO', 'INFO', 'WARN'])} [${draw.one(['main', 'Event Dispatcher', 'Fetcher #1', 'IPC Handler 3 on 4711'])}] org.grid.jobs.${draw.one(['Planner', 'TaskRunner', 'Shuffle$Reader'])}: `,
  events: [
    'try_{n}_{n}_m_{n}_0 goes from {state} to {state}',
    'Share done of try try_{n}_{n}_m_{n}_0 is : 0.{n}',
    'Chore Passed On chore_{n}_{n}_r_{n} PLANNED',
    'Box box_{n}_{n}_{n} handed to try_{n}_{n}_m_{n}_0',
    'The house moved. Was: {node}/{ip}:{port} Is: {node}/{ip}:{port}',
    'Calling house again: {node}:{port}. Called {n} time(s) before; habit is Steady(most={n}, nap={n} MILLIS)',
    'Lease of [guest_{n}] was not renewed for {n} seconds. Trying again soon ...',
    'Taking {class} for {class}',
    'Before Planning: Splits:{n} Joins:{n} Busy:{n}',
    'Planning anew, room=<memory:{n}, cores:-{n}>',
    'Too early for joins. splits still wanted {n}',
    'Stopping the guild {word}Guild',
    'Starting the guild {word}Guild',
    'Error when asking {class}',
  ],
  holes: { state: (draw) => draw.one(['FRESH', 'HANDED', 'BUSY', 'SETTLED']) },
  floors: { ga: 0.98, fga: 0.95 },
};

/** Threads in brackets that hold colons and addresses. */
export const quorum: System = {
  name: 'a quorum of servers',
  header: (draw, at) =>
    `${iso(at)} - ${draw.one(['INFO ', 'WARN ', 'ERROR'])} [${draw.one(['PupilThread', 'VotePeer', 'WireWorker'])}-${1 + draw.below(3)}:${draw.one(['Vote', 'Pupil', 'Wire'])}@${100 + draw.below(900)}] - `,
  events: [
    'Took a caller in from /{ip}:{port}',
    'Let the caller /{ip}:{port} go, whose visit was 0x{hex15}',
    'Let the caller /{ip}:{port} go (no visit was agreed with it)',
    'Caller wants to begin a visit at /{ip}:{port}',
    'Began visit 0x{hex15} with patience {n} agreed for caller /{ip}:{port}',
    'Visit 0x{hex15} is over, longer than {n}ms',
    'Vote: {n} (v.head), {hex} (v.mark), {n} (v.round), {state} (my mood)',
    'No way to {n} at voting address /{ip}:{port}',
    'Rope to id {n} is torn, mine = {n}, cause =',
    'Waking the postman',
    'Somebody knocks: /{ip}:{port}',
    'Follower asks from /[{ip6}]:{port} for era {n}',
    'Painting a picture: {hex} to {path}/picture.{n}',
    'Nobody saw this coming:',
  ],
  holes: { hex15: (draw) => draw.hex(15), state: (draw) => draw.one(['SEEKING', 'TRAILING', 'HEADING']) },
  floors: { ga: 0.93, fga: 0.85 },
};

/** Topics, partitions, epochs; lists of them. */
export const broker: System = {
  name: 'a broker of messages',
  header: (draw, at) => `[${iso(at)}] ${draw.one(['INFO', 'WARN'])} `,
  events: [
    '[Copier copyId={n}, headId={n}, thread={n}] Cutting strand {topic} back to {n}',
    '[Strand {topic} house={n}] Circle grows from {n},{n} to {n},{n},{n}',
    '[Strand {topic} house={n}] Circle shrinks from {n},{n},{n} to {n}',
    '[Book strand={topic}, folder={path}] Turned to a new page at {n} after {n} ms.',
    '[Book strand={topic}, folder={path}] Throwing away pages {pages}',
    '[Convener {n}]: Seats of club {word} are dealt anew, mood {state}, old round {n} (because: {reason})',
    '[Convener {n}]: Club {word} is seated for round {n}',
    '[Convener {n}]: Guest {word}-{uuid} of club {word} went home',
    '[Doorman houseId={n}] Turned down {host}/{ip} (no common cipher)',
    'Forgot {n} bookmarks in {n} milliseconds.',
    'Opening strand {word} with rules {} and first seating {n}',
    '[Warden id={n}] Looking whether heads should swap',
    'piece [{word}][{n}] carried from {node} to {node}',
  ],
  holes: {
    topic: (draw) => `${draw.one(['clicks', 'bills', 'taps', 'mails'])}-${draw.below(30)}`,
    state: (draw) => draw.one(['Dealing', 'Deserted']),
    reason: (draw) => `Guest came in ${draw.one(['amber', 'birch', 'cedar'])}-${draw.hex(8)}`,
    pages: (draw) =>
      draw.some(1, 4, (inner) => `Page(first=${inner.below(9999)}, size=${inner.below(9999)})`, ','),
  },
  floors: { ga: 0.85, fga: 0.7 },
};

/** Suffixes of client, server and request, in brackets of numbers. */
export const gateway: System = {
  name: 'the error log of a gateway',
  header: (draw, at) =>
    `2026/11/21 ${clock(at)} [${draw.one(['error', 'warn', 'crit'])}] ${1000 + draw.below(9)}#${draw.below(9)}: *${10_000 + at} `,
  events: [
    'look up "{path}/{word}.html" went wrong (2: Not there), client: {ip}, server: {server}, request: "GET /{word} HTTP/1.1", host: "{server}"',
    'backend fell silent (110: Too slow) while its head was read, client: {ip}, server: {server}, request: "{method} /api/{word}/{n} HTTP/1.1", backend: "http://{ip}:{port}/api/{word}", host: "{server}"',
    'backend hung up (111: Turned down) while it was called, client: {ip}, server: {server}, request: "{method} /api/{word} HTTP/1.1", backend: "http://{ip}:{port}/api/{word}", host: "{server}"',
    'a rule says no, client: {ip}, server: {server}, request: "GET /{word}/.env HTTP/1.1", host: "{server}"',
    'client would send more than allowed: {n} bytes, client: {ip}, server: {server}, request: "POST /{word} HTTP/1.1", host: "{server}"',
    'what the client sends goes to the disk {path}/{n}, client: {ip}, server: {server}, request: "POST /{word} HTTP/1.1", host: "{server}"',
    'greeting() went wrong (TLS: fault:{n}:TLS part:{word}:nothing in common) while greeting, client: {ip}, server: {ip}:{n}',
    'every backend is down while one was sought, client: {ip}, server: {server}, request: "{method} /{word} HTTP/1.1", backend: "http://{word}/", host: "{server}"',
    'nobody called "{user}" stands in "{path}", client: {ip}, server: {server}, request: "GET / HTTP/1.1", host: "{server}"',
    'wrong word for "{user}": turned away, client: {ip}, server: {server}, request: "GET / HTTP/1.1", host: "{server}"',
  ],
  holes: {
    server: (draw) => draw.one(['shop.example.org', 'api.example.org']),
    method: () => 'GET',
  },
  floors: { ga: 0.98, fga: 0.95 },
};
