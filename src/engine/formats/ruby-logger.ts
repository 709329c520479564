import { Level } from '../model/level';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

const levelOfInitial = new Map<number, Level>([
  [0x44, Level.debug],
  [0x49, Level.info],
  [0x57, Level.warn],
  [0x45, Level.error],
  [0x46, Level.fatal],
  [0x41, Level.none],
]);

/** D I W E F, and A for `ANY`, which is no level. */
const initial: Step = (bytes, pos, end, header) => {
  const level = pos < end ? levelOfInitial.get(bytes[pos]) : undefined;
  if (level === undefined) return -1;
  header.level = level;
  return pos + 1;
};

/** Ruby's Logger, and so Rails, Sidekiq and Puppet: the program's name is the component. */
export const rubyLogger = layoutFormat(
  'ruby-logger',
  [
    '{initial}, [{time}~#{number=pid}] {word} -- : {message}',
    '{initial}, [{time}~#{number=pid}] {word} -- {component:text}: {message}',
  ],
  [
    {
      line: 'I, [2026-06-12T09:41:07.250123 #812]  INFO -- : Started job 7',
      time: '1781257267250123000',
      level: 'info',
      component: '',
      message: 'Started job 7',
      fields: { pid: '812' },
    },
    {
      line: 'E, [2026-06-12T09:41:07.250123#812] ERROR -- cart: payment refused: no funds',
      time: '1781257267250123000',
      level: 'error',
      component: 'cart',
      message: 'payment refused: no funds',
    },
    {
      line: 'A, [2026-06-12T09:41:07.250123 #812]   ANY -- : banner',
      time: '1781257267250123000',
      level: 'none',
      component: '',
      message: 'banner',
    },
  ],
  { elements: { initial } },
);
