import { existsSync } from 'node:fs';
import path from 'node:path';
import { findCommand } from '../find-command.mjs';
import { builtOnce } from './built-once.mjs';
import { liveCache } from './live-cache.mjs';
import { compileOfLoki, lokiVersion } from './loki-module.mjs';

/** What its VERSION says at the commit that Loki requires; the binary is told, as its own build does. */
const prometheusVersion = '3.12.0';
const folder = liveCache(`prometheus-of-loki-${lokiVersion}`);
const binary = path.join(folder, 'prometheus');

/**
 * Why there is no Prometheus for the tests here; null where there is one, or one can be built.
 * @returns {string | null}
 */
export function prometheusMissing() {
  const { PROMETHEUS_BIN } = process.env;
  if (!PROMETHEUS_BIN && (existsSync(binary) || findCommand('go'))) return null;
  if (!PROMETHEUS_BIN)
    return 'Prometheus is built from its Go module: install Go 1.26, or set PROMETHEUS_BIN';
  return existsSync(PROMETHEUS_BIN) ? null : `PROMETHEUS_BIN: there is no ${PROMETHEUS_BIN}`;
}

/**
 * Prometheus itself at the version Loki requires, so that what was compiled for Loki is not compiled again; without its pages, and
 * without what finds targets in clouds.
 * @param {string} work
 */
const compile = (work) =>
  compileOfLoki(work, {
    name: 'prometheus',
    command: 'github.com/prometheus/prometheus/cmd/prometheus',
    linked: `-X github.com/prometheus/common/version.Version=${prometheusVersion}`,
    tags: 'remove_all_sd',
  });

/** The path of a Prometheus: PROMETHEUS_BIN, the one built before, or one built now (2 minutes on two cores, behind Loki). */
export async function installPrometheus() {
  const given = process.env.PROMETHEUS_BIN;
  if (given) return given;
  await builtOnce(folder, 'Build Prometheus from its Go module', compile);
  return binary;
}
