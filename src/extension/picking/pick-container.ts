import * as vscode from 'vscode';
import { containerLogs } from '../../node/sources/command/known-commands';
import { type FoundContainer, findContainers } from '../../node/sources/found/containers';
import { quickPickText } from '../shared/quick-pick-text';
import type { RemoteWish } from '../shared/remote-opening';
import { type Manner, manners } from './manners';
import { ageText, type Found, pickSeveral } from './pick-several';

/** Containers of docker and podman. Undefined where it was given up. */
export async function pickContainers(): Promise<readonly RemoteWish[] | undefined> {
  const picked = await pickSeveral({
    title: vscode.l10n.t('Pick Container'),
    find: async (signal) => {
      const { containers, problems } = await findContainers(signal);
      return { items: containers.map(itemOf), problems };
    },
    manners: manners.filter(({ previous }) => !previous),
  });
  return picked?.chosen.map((container) => wishOf(container, picked.manner));
}

function itemOf(container: FoundContainer): Found<FoundContainer> {
  const { name, image, status, state, created, restarts } = container;
  return {
    label: quickPickText(name),
    description: quickPickText(
      [status || state, ageText(created), restartText(restarts)].filter(Boolean).join(' · '),
    ),
    detail: quickPickText(image),
    found: container,
  };
}

function restartText(restarts: number | null): string {
  return restarts ? vscode.l10n.t('{0} restarts', restarts) : '';
}

function wishOf({ tool, id, name }: FoundContainer, { follow, since }: Manner): RemoteWish {
  const logs = { tool, container: id, follow, timestamps: true, since: since(), until: null };
  const source = { kind: 'command', name, command: containerLogs(logs) } as const;
  return { source, query: { kind: 'command' }, live: follow, isPicked: true, title: `${name}.log` };
}
