import type { FleetEvent } from './fleet-events';

const text = ({ time, level, service, host, version, message }: FleetEvent): string => {
  const client = version === null ? '' : ` client=${version}`;
  return `${new Date(time).toISOString()} ${level.padEnd(5)} [${service}] host=${host}${client} ${message}`;
};

const json = ({ time, level, service, host, version, message }: FleetEvent): string =>
  JSON.stringify({
    ...{ ts: new Date(time).toISOString(), level: level.toLowerCase(), logger: service, host },
    ...(version === null ? {} : { client_version: version }),
    msg: message,
  });

const logfmt = ({ time, level, service, host, version, message }: FleetEvent): string => {
  const client = version === null ? '' : ` client_version=${version}`;
  const header = `time=${new Date(time).toISOString()} level=${level.toLowerCase()} service=${service}`;
  return `${header} host=${host}${client} msg=${JSON.stringify(message)}`;
};

export const fleetLayouts = { text, json, logfmt } as const satisfies Record<
  string,
  (event: FleetEvent) => string
>;
export type FleetLayout = keyof typeof fleetLayouts;
