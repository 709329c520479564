import { type ServiceName, services } from './services';
import { type Step, step } from './step';

/** What a service writes when it starts: the same words for all of them, since one framework writes them. */
export function startUp(name: ServiceName): readonly Step[] {
  const service = services.find((row) => row.name === name)!;
  const connected = step(420, name, 'INFO', `Connected to database ${service.database} with 20 connections`);
  return [
    step(0, name, 'INFO', `Starting version ${service.version} on {host}, process {pid}`),
    step(60, name, 'INFO', `Read configuration /etc/shop/${name}.yaml`),
    ...(service.database === null ? [] : [connected]),
    step(1_300, name, 'INFO', `Listening on port ${service.port}, started in {seconds} s`),
  ];
}
