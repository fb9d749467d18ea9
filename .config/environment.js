/** The environment of a build: read from `deployment/environments/<name>.json`, written into `dist/`. */
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const Ajv = require('ajv');
const { environmentSchema } = require('./schemas');

const root = path.resolve(__dirname, '..');

/** The simulator's environment. No cloud has it: what is built for it is never uploaded. */
const LOCAL = 'local';

/** The speech plugin as WeChat's plugin market names it. */
const SPEECH_PLUGIN = { name: 'WechatSI', provider: 'wx069ba97219f66d99' };

class EnvironmentError extends Error {
  name = 'EnvironmentError';
  /** gulp prints the words alone. */
  showStack = false;
}

/** `--environment <name>`: a build that is to be uploaded. Without it the build is the simulator's. */
const environmentOption = (args) =>
  parseArgs({ args, options: { environment: { type: 'string' } }, strict: false }).values.environment;

const fileOf = (name) => `deployment/environments/${name}.json`;

const read = (name, project) => {
  const file = fileOf(name);
  const at = path.join(project, file);
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !fs.existsSync(at))
    throw new EnvironmentError(`There is no ${file}: write one for your cloud environment, as README.zh-CN.md tells.`);
  const environment = JSON.parse(fs.readFileSync(at, 'utf8'));
  const validate = new Ajv({ allErrors: true }).compile(environmentSchema);
  if (!validate(environment))
    throw new EnvironmentError(
      validate.errors.map(({ instancePath, message }) => `${file} ${instancePath || '/'} ${message}`).join('\n'),
    );
  return environment;
};

/** What only the simulator may have. */
const refuseLocal = (name, { environmentId, appId, plainLinkPrefix = '' }) => {
  const wrong = [
    ...(environmentId === LOCAL ? [`"environmentId" is "${LOCAL}", the simulator's`] : []),
    ...(appId === 'touristappid' ? ['"appId" is nobody\'s'] : []),
    ...(plainLinkPrefix.startsWith('http:') ? ['"plainLinkPrefix" is not https'] : []),
  ];
  if (wrong.length > 0) throw new EnvironmentError(`${fileOf(name)} can't be uploaded: ${wrong.join('; ')}.`);
};

/**
 * The environment of this build.
 * @throws EnvironmentError where a build for upload has no environment of its own, or a malformed one
 */
const readEnvironment = (args = process.argv.slice(2), project = root) => {
  const name = environmentOption(args);
  if (name === undefined) return read(LOCAL, project);
  if (typeof name !== 'string') throw new EnvironmentError('--environment wants a name: --environment <name>');
  const environment = read(name, project);
  refuseLocal(name, environment);
  return environment;
};

/** What the phone knows of it (miniprogram/environment.ts). */
const phoneEnvironment = ({ environmentId, plainLinkPrefix = '', subscriptionTemplateIds, speechPluginVersion }) => ({
  id: environmentId,
  plainLinkPrefix,
  subscriptionTemplateIds,
  hasSpeechPlugin: speechPluginVersion !== undefined,
});

const environmentScript = (environment) => `exports.environment=${JSON.stringify(phoneEnvironment(environment))};\n`;

/** `app.json` with the plugins that the operator has been granted. One that is declared without that opens no app. */
const withPlugins = (app, { speechPluginVersion }) =>
  speechPluginVersion === undefined
    ? app
    : {
        ...app,
        plugins: { [SPEECH_PLUGIN.name]: { version: speechPluginVersion, provider: SPEECH_PLUGIN.provider } },
      };

/** `dist/project.config.json`: what is opened, compiled and uploaded, already made for phones. */
const projectOf = (project, { appId }) => ({
  ...project,
  appid: appId,
  miniprogramRoot: 'miniprogram/',
  cloudfunctionRoot: 'cloudfunctions/',
});

module.exports = {
  readEnvironment,
  phoneEnvironment,
  environmentScript,
  withPlugins,
  projectOf,
};
