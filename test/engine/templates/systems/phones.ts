import { clock, type System } from './system';

const day = (at: number) => `202611${21 + Math.floor(at / 86400)}`;

/** Pipes part the columns; keys and values hang together with no blanks. */
export const healthApp: System = {
  name: 'a health app that parts its columns with pipes',
  header: (draw, at) => {
    const component = draw.one(['Pulse_Sensor', 'Pulse_Store', 'Walk_Counter', 'Sleep_Judge']);
    return `${day(at)}-${clock(at * 7)}:${draw.below(1000)}|${component}|${30000 + draw.below(9)}|`;
  },
  events: [
    'onPulse {n} {n}',
    'keep pulse rate={n}, at={n}, trust={n}',
    'walkedToday {n}##{n}##{n}',
    'emptied walk buffer, {n} rows',
    'walk sum {n} becomes {n}',
    'display went on',
    'display went off',
    'sumUp() sum={n} aim={n} unit=paces',
    'sumUp() found nobody',
    'sendAll() begins: {n} pieces',
    'sendAll() ends: {n} pieces',
    'night judged as {stage} since {n}',
    'energy {n}.{n} height {n} way {n}',
    'put row {n} into table walks took {ms}',
  ],
  holes: { stage: (draw) => draw.one(['DEEP', 'LIGHT', 'AWAKE', 'DREAM']) },
  floors: { ga: 0.98, fga: 0.95 },
};

/** Long prefixes with process and subsystem, dictionaries in braces, quoted names. */
export const phoneSystem: System = {
  name: 'the system log of a phone',
  header: (draw, at) =>
    `Nov 21 ${clock(at)} my-phone ${draw.one(['springtable', 'locatord', 'radiod', 'keybagd'])}(${draw.one(['NetKit', 'CoreSpot', 'FrontBoard'])})[${100 + draw.below(900)}] <Notice>: `,
  events: [
    '[tile<com.{word}.{word}>:{pid}] Life of tile is now {state}.',
    'Took {n} bytes off peer "{word}" by lane {n}',
    'Place fix: blur={n}.{n} age={seconds} from={n}',
    'Curtain {uuid} drawn open',
    'Curtain {uuid} drawn shut',
    'Held awake by process {pid} ({word}) for {seconds} seconds: {hex}',
    'New power plan { plan = {n}; radio = {n}; panel = {n}; }',
    'Wire {n}: up with TLS {n}.{n} to {host}:{port}',
    'Wire {n}: broke with error {n}',
    'Antenna reads {signed} dBm on lane {n}, hiss {signed} dBm',
    'Kept {word}[{pid}] away from {path}',
    'Memory is tight at level {n}, {n} pages left',
    'Errand <{uuid}>.<{n}> came home with (null)',
    'Errand <{uuid}>.<{n}> sets out, patience({n}.{n}, {n}.{n})',
  ],
  holes: {
    state: (draw) => draw.one(['foreground', 'background', 'suspended', 'obscured']),
    signed: (draw) => `-${30 + draw.below(60)}`,
  },
  floors: { ga: 0.7, fga: 0.8 },
};
