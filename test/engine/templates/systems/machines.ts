import { clock, type System } from './system';

/** Columns: record number, node, kind, state, seconds, flag, message. */
export const cluster: System = {
  name: "a computing cluster's table of events",
  header: (draw, at) =>
    `${100000 + at} ${draw.one(['node-', 'gige', 'link'])}${draw.below(200)} ${draw.one(['unix.hw', 'boot_cmd', 'clusterfs'])} ${draw.one(['state_change.unavailable', 'net.niff.up', 'new_job'])} ${1_780_000_000 + at} 1 `,
  events: [
    'Part "tray-{n}" changes state: it is out of service (SERIAL={n})',
    'Bad cable in tree Weave-{n}T{n}:{n}:{n}',
    'Blower speeds ( {n} {n} {n} {n} {n} {n} )',
    'Sent to domain:D{n} and nodes:blade-[{n}-{n}] as child of order {n}',
    'power cycle (order {n})',
    'Heat ({n}C) is above what is healthy',
    'WideFS: nobody serves {path} for {node}',
    'WideFS: the bell on {node} is silent again',
    'Blade {node} has stopped with status {n}',
    'Blade {node} has started with status {n}',
    'Supply status ( {onoff} {onoff} )',
    'powerOn Error: gave up waiting for {node}',
    'No answer from {nodes}',
  ],
  holes: {
    nodes: (draw) => draw.some(1, 5, (inner) => `rack${inner.below(20)}-blade${inner.below(16)}`, ', '),
    onoff: (draw) => draw.one(['on', 'off']),
  },
  floors: { ga: 0.95, fga: 0.8 },
};

/** Kernel, sandbox and desktop daemons; dictionaries and quoted strings. */
export const desktop: System = {
  name: 'the system log of a desktop',
  header: (draw, at) =>
    `Jul  ${1 + Math.floor(at / 700)} ${clock(at * 11)} sallys-desk ${draw.one(['kernel[0]', 'cloudd[326]', 'WindowPainter[184]', 'com.vendor.CDScheduler[43]'])}: `,
  events: [
    'Fence: {word}({pid}) kept({n}) read-data {path}',
    'AirCard: {word} Cable Down on en{n}. Cause {n} (Left because the station moved away).',
    'AirCard: {word} Cable Up on en{n}',
    'en{n}: lane is now {n}',
    'Heat level: {n} Memory level: {n}',
    'Power answer came after {n} ms ({pid}, {word}d)',
    'Woken by: {hex} ({word})',
    'sleep picture lies at: {path}',
    'BoltPort::wake - port {n} enabled, flags={hex}',
    'Call <hidden>: error {n} "Nobody answered." Extra={NSCode={n}, NSWhere=https://{host}/{word}}',
    'Map drew no tile {n}/{n}/{n}: {word}',
    'search for {host} failed: nobody of that name',
    'woke fully (cause {n}) {n} ms',
    'HALF AWAKE: {n} naps, {n} starts',
    'Stick has a name that others have too: {hex} {hex} {hex}, 2',
  ],
  floors: { ga: 0.98, fga: 0.95 },
};

/** Authentication over the network. */
export const doorkeeper: System = {
  name: 'a remote shell that keeps the door',
  header: (_, at) => `Dec 10 ${clock(at * 3)} LabHost rshd[${24000 + (at >> 2)}]: `,
  events: [
    'Wrong word from {user} at {ip} port {port} rsh2',
    'Wrong word from stranger {user} at {ip} port {port} rsh2',
    '{ip} port {port} hung up [unmet]',
    'Stranger {user} knocked at {ip}',
    'gate(rshd:auth): word not checked; nobody is called so',
    'gate(rshd:auth): proof is missing; name= uid=0 euid=0 tty=rsh ruser= rhost={host}',
    'gate(rshd:auth): proof is missing; name= uid=0 euid=0 tty=rsh ruser= rhost={ip}  user={user}',
    'Right word from {user} at {ip} port {port} rsh2',
    'gate(rshd:visit): visit opened for user {user} by (uid=0)',
    'gate(rshd:visit): visit closed for user {user}',
    'name of {host} [{ip}] does not lead back to it - SOMEBODY MAY BE LYING!',
    '{ip} says goodbye: {n}: So Long [unmet]',
    '{ip} says goodbye: {n}: sent off by {user} [unmet]',
    'door is at {ip} port {port}.',
  ],
  floors: { ga: 0.98, fga: 0.95 },
};
