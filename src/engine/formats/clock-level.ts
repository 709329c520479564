import { layoutFormat } from './layout/layout-format';

/**
 * A time of day, no date, and a level: Serilog's and logback's consoles, Elixir's Logger, Minecraft. Without a date there
 * is no time.
 */
export const clockLevel = layoutFormat(
  'clock-level',
  [
    '[{clock}] [{text=thread}/{level}] [{component:text}]: {message}',
    '[{clock}] [{text=thread}/{level}]: {message}',
    '[{clock} {level}] {message}',
    '{clock} [{text=thread}] {level} {component} - {message}',
    '{clock} [{text=thread}] {level} {component}: {message}',
    '{clock} {level} [{text=thread}] {component} - {message}',
    '[{clock}] [~{level}~] {message}',
    '[{clock}] {level}:~{message}',
    '[{clock}] {level} {message}',
    '{clock} [~{level}~] {message}',
    '{clock} - {level} - {message}',
    '{clock} | {level} | {message}',
    '{clock} {level} {component}: {message}',
    '{clock} {level}:~{message}',
    '{clock} {level} {message}',
  ],
  [
    {
      line: '[09:41:07 INF] cart 7 saved',
      time: null,
      level: 'info',
      component: '',
      message: 'cart 7 saved',
    },
    {
      line: '09:41:07.250 [main] DEBUG o.e.shop.Cart - cart 7 saved',
      time: null,
      level: 'debug',
      component: 'o.e.shop.Cart',
      message: 'cart 7 saved',
      fields: { thread: 'main' },
    },
    {
      line: '09:41:07.250 [error] node left: edge7',
      time: null,
      level: 'error',
      component: '',
      message: 'node left: edge7',
    },
    {
      line: '[09:41:07] [Server thread/WARN]: running 40 ticks behind',
      time: null,
      level: 'warn',
      component: '',
      message: 'running 40 ticks behind',
    },
    {
      line: '09:41:07 WARN cart 7 is old',
      time: null,
      level: 'warn',
      component: '',
      message: 'cart 7 is old',
    },
  ],
);
