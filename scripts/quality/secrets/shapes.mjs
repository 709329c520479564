import { digits, hex, integer, padded, pick } from './draws.mjs';

/**
 * Lines a message stands in. `escape` is what the format does to the message's text.
 *
 * @typedef {import('./draws.mjs').Random} Random
 * @typedef {{ name: string, line: (message: string, random: Random) => string, escape: (text: string) => string }} Shape
 */

const asItIs = (/** @type {string} */ text) => text;
const inJson = (/** @type {string} */ text) => JSON.stringify(text).slice(1, -1);
const level = (/** @type {Random} */ random) => pick(random, ['INFO', 'WARN', 'ERROR', 'DEBUG']);
const host = (/** @type {Random} */ random) =>
  `${pick(random, ['web', 'api', 'db', 'edge'])}-${integer(random, 1, 40)}`;
const service = (/** @type {Random} */ random) =>
  pick(random, ['orders', 'billing', 'search', 'mailer', 'ingest']);
const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** @param {Random} random */
export function moment(random) {
  const two = (/** @type {number} */ low, /** @type {number} */ high) =>
    padded(integer(random, low, high), 2);
  const [mm, dd] = [two(1, 12), two(1, 28)];
  const clock = `${two(0, 23)}:${two(0, 59)}:${two(0, 59)}`;
  return { year: String(integer(random, 2019, 2026)), mm, dd, clock, ms: digits(random, 3) };
}

/** @type {readonly Shape[]} */
export const shapes = [
  shape('plain', (message) => message),
  shape('syslog', (message, random) => {
    const { mm, dd, clock } = moment(random);
    const day = String(Number(dd)).padStart(2);
    return `${month[Number(mm) - 1]} ${day} ${clock} ${host(random)} ${service(random)}[${integer(random, 200, 65_000)}]: ${message}`;
  }),
  shape('syslog 5424', (message, random) => {
    const { year, mm, dd, clock, ms } = moment(random);
    return `<${integer(random, 10, 191)}>1 ${year}-${mm}-${dd}T${clock}.${ms}Z ${host(random)} ${service(random)} ${integer(random, 200, 65_000)} - - ${message}`;
  }),
  shape('java', (message, random) => {
    const { year, mm, dd, clock, ms } = moment(random);
    return `${year}-${mm}-${dd} ${clock},${ms} ${level(random).padEnd(5)} [http-nio-8080-exec-${integer(random, 1, 50)}] c.e.${service(random)}.Handler - ${message}`;
  }),
  shape('python', (message, random) => {
    const { year, mm, dd, clock, ms } = moment(random);
    return `${year}-${mm}-${dd} ${clock},${ms} - ${service(random)}.api - ${level(random)} - ${message}`;
  }),
  shape('traceback', (message, random) => {
    const frame = `  File "/srv/${service(random)}/api.py", line ${integer(random, 9, 900)}, in serve`;
    return `Traceback (most recent call last):\n${frame}\n    raise Refused(reason)\nRefused: ${message}`;
  }),
  shape('go', (message, random) => {
    const { year, mm, dd, clock } = moment(random);
    return `${year}/${mm}/${dd} ${clock} ${service(random)}.go:${integer(random, 9, 900)}: ${message}`;
  }),
  shape('klog', (message, random) => {
    const { mm, dd, clock, ms } = moment(random);
    return `${level(random)[0]}${mm}${dd} ${clock}.${ms}${digits(random, 3)} ${String(integer(random, 1, 65_000)).padStart(7)} ${service(random)}.go:${integer(random, 9, 900)}] ${message}`;
  }),
  shape('logcat', (message, random) => {
    const { mm, dd, clock, ms } = moment(random);
    return `${mm}-${dd} ${clock}.${ms} ${integer(random, 1_000, 9_999)} ${integer(random, 1_000, 9_999)} ${level(random)[0]} ${service(random)}: ${message}`;
  }),
  shape('chinese', (message, random) => {
    const { year, mm, dd, clock } = moment(random);
    const what = pick(random, ['信息', '警告', '错误']);
    return `${year}年${mm}月${dd}日 ${clock} [${what}] [订单服务] [线程-${integer(random, 1, 64)}] ${message}`;
  }),
  shape('numbered', (message, random) => {
    const { year, mm, dd, clock, ms } = moment(random);
    return `${integer(random, 1, 90_000)}: [${year}-${mm}-${dd}T${clock}.${ms}Z] ${level(random)} ${message}`;
  }),
  {
    name: 'json',
    escape: inJson,
    line: (message, random) => {
      const { year, mm, dd, clock, ms } = moment(random);
      return `{"time":"${year}-${mm}-${dd}T${clock}.${ms}Z","level":"${level(random).toLowerCase()}","service":"${service(random)}","trace":"${hex(random, 32)}","msg":"${message}"}`;
    },
  },
  {
    name: 'logfmt',
    escape: inJson,
    line: (message, random) => {
      const { year, mm, dd, clock } = moment(random);
      return `time=${year}-${mm}-${dd}T${clock}Z level=${level(random).toLowerCase()} caller=${service(random)}.go:${integer(random, 9, 900)} msg="${message}" took=${integer(random, 1, 900)}ms`;
    },
  },
];

/** @param {string} name @param {Shape['line']} line @returns {Shape} */
function shape(name, line) {
  return { name, line, escape: asItIs };
}
